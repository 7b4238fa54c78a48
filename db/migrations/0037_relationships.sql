CREATE TABLE "relationship_tags" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text,
	"name" text,
	"inverse_name" text,
	"is_symmetric" boolean NOT NULL,
	"place" smallint NOT NULL,
	"retired_at" timestamp with time zone,
	"retired_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "relationship_tags_key_unique" UNIQUE("key"),
	CONSTRAINT "relationship_tags_name" CHECK (key is not null or btrim(name) <> ''),
	CONSTRAINT "relationship_tags_inverse" CHECK (inverse_name is null or (name is not null and not is_symmetric))
);
--> statement-breakpoint
CREATE TABLE "relationships" (
	"customer_id" uuid NOT NULL,
	"other_customer_id" uuid NOT NULL,
	"outgoing_tag_ids" uuid[] NOT NULL,
	"incoming_tag_ids" uuid[] NOT NULL,
	"note" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid,
	CONSTRAINT "relationships_customer_id_other_customer_id_pk" PRIMARY KEY("customer_id","other_customer_id"),
	CONSTRAINT "relationships_other" CHECK (customer_id <> other_customer_id),
	CONSTRAINT "relationships_tags" CHECK (cardinality(outgoing_tag_ids) + cardinality(incoming_tag_ids) > 0),
	CONSTRAINT "relationships_removed" CHECK ((removed_at is null) = (removed_by is null))
);
--> statement-breakpoint
ALTER TABLE "relationships" ADD CONSTRAINT "relationships_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relationships" ADD CONSTRAINT "relationships_removed_by_users_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relationships" ADD CONSTRAINT "relationships_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
INSERT INTO "relationship_tags" ("id", "key", "is_symmetric", "place") VALUES
  ('019abcdf-0000-7000-8000-000000000001', 'mother', false, 1),
  ('019abcdf-0000-7000-8000-000000000002', 'father', false, 2),
  ('019abcdf-0000-7000-8000-000000000003', 'sibling', true, 3),
  ('019abcdf-0000-7000-8000-000000000004', 'spouse', true, 4),
  ('019abcdf-0000-7000-8000-000000000005', 'grandparent', false, 5),
  ('019abcdf-0000-7000-8000-000000000006', 'guardian', false, 6),
  ('019abcdf-0000-7000-8000-000000000007', 'partner', true, 7),
  ('019abcdf-0000-7000-8000-000000000008', 'employee', false, 8),
  ('019abcdf-0000-7000-8000-000000000009', 'branch', false, 9);
