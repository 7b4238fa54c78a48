CREATE TABLE "export_parts" (
	"export_id" uuid NOT NULL,
	"part" integer NOT NULL,
	"customer_ids" uuid[] NOT NULL,
	CONSTRAINT "export_parts_export_id_part_pk" PRIMARY KEY("export_id","part")
);
--> statement-breakpoint
CREATE TABLE "exports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"requested_by" uuid NOT NULL,
	"query" text NOT NULL,
	"delimiter" text NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"attempt_id" uuid,
	"as_of_at" timestamp with time zone,
	"access" jsonb,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"rows_total" integer,
	"failure" text,
	"storage_key" text,
	"bytes" bigint,
	"sha256" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"cancelled_by" uuid,
	"expires_at" timestamp with time zone,
	"file_deleted_at" timestamp with time zone,
	"file_deleted_by" uuid
);
--> statement-breakpoint
ALTER TABLE "export_parts" ADD CONSTRAINT "export_parts_export_id_exports_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."exports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_cancelled_by_users_id_fk" FOREIGN KEY ("cancelled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_file_deleted_by_users_id_fk" FOREIGN KEY ("file_deleted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exports_requested" ON "exports" USING btree ("requested_by","created_at","id");--> statement-breakpoint
CREATE INDEX "exports_created" ON "exports" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "exports_expiring" ON "exports" USING btree ("expires_at") WHERE storage_key is not null and file_deleted_at is null;--> statement-breakpoint
-- Postgres ignores the statistics of a partial index on an expression, so that the planner would guess how many customers a filter has.
CREATE STATISTICS customers_rating_values ON (coalesce(rating, -1)) FROM customers;--> statement-breakpoint
CREATE STATISTICS customers_registered_values ON (coalesce(registered_on, '-infinity'::date)) FROM customers;--> statement-breakpoint
CREATE STATISTICS customers_purchase_values ON (coalesce(last_purchase_on, '-infinity'::date)) FROM customers;--> statement-breakpoint
CREATE STATISTICS customers_interaction_values ON (coalesce(last_interaction_at, '-infinity'::timestamptz)) FROM customers;--> statement-breakpoint
CREATE STATISTICS contact_points_city_values ON (name_key(address->>'city')) FROM contact_points;--> statement-breakpoint
CREATE STATISTICS contact_points_state_values ON (upper(address->>'state')) FROM contact_points;
