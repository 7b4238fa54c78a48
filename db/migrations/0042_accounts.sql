CREATE TABLE "account_keys" (
	"source" text NOT NULL,
	"external_id" text collate "C" NOT NULL,
	"customer_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	CONSTRAINT "account_keys_source_external_id_pk" PRIMARY KEY("source","external_id")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source" text NOT NULL,
	"external_id" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"type" text,
	"product" text,
	"status" text,
	"opened_on" date,
	"extra" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"unlinked_at" timestamp with time zone,
	"unlinked_by" uuid,
	CONSTRAINT "accounts_customer_id_id_pk" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "accounts_name" CHECK (btrim(name) <> '' and btrim(source) <> '' and btrim(external_id) <> ''),
	CONSTRAINT "accounts_unlinked" CHECK ((unlinked_at is null) = (unlinked_by is null))
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_unlinked_by_users_id_fk" FOREIGN KEY ("unlinked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;