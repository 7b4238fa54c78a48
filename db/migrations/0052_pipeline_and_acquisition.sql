CREATE TABLE "acquisition_touches" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contacted_at" timestamp with time zone NOT NULL,
	"entry_method" text NOT NULL,
	"city" text,
	"region" text,
	"country" text,
	"site" text,
	"generated_url" text,
	"referrer" text,
	"ip_address" text,
	"source" text,
	"medium" text,
	"campaign" text,
	"term" text,
	"content" text,
	"click_ids" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "acquisition_touches_customer_id_id_pk" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "scheduled_status_changes" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"status" text NOT NULL,
	"sub_status_id" uuid,
	"local_at" timestamp NOT NULL,
	"time_zone" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"zone_rules" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"outcome" text,
	CONSTRAINT "scheduled_status_changes_customer_id_id_pk" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "scheduled_status_changes_ended" CHECK ((ended_at is null) = (outcome is null))
);
--> statement-breakpoint
CREATE TABLE "pipeline_sub_statuses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"name" text NOT NULL,
	"place" smallint NOT NULL,
	"retired_at" timestamp with time zone,
	"retired_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "pipeline_sub_statuses_of_status" UNIQUE("status","id"),
	CONSTRAINT "pipeline_sub_statuses_name" CHECK (btrim(name) <> '')
);
--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "pipeline_status" text DEFAULT 'new' NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "pipeline_sub_status_id" uuid;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "pipeline_changed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "acquisition_touches" ADD CONSTRAINT "acquisition_touches_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acquisition_touches" ADD CONSTRAINT "acquisition_touches_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_status_changes" ADD CONSTRAINT "scheduled_status_changes_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_status_changes" ADD CONSTRAINT "scheduled_status_changes_ended_by_users_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_status_changes" ADD CONSTRAINT "scheduled_status_changes_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_status_changes" ADD CONSTRAINT "scheduled_status_changes_sub_status" FOREIGN KEY ("status","sub_status_id") REFERENCES "public"."pipeline_sub_statuses"("status","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "acquisition_touches_order" ON "acquisition_touches" USING btree ("customer_id","contacted_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "scheduled_status_changes_pending" ON "scheduled_status_changes" USING btree ("customer_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "scheduled_status_changes_due" ON "scheduled_status_changes" USING btree ("due_at","id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "scheduled_status_changes_rules" ON "scheduled_status_changes" USING btree ("zone_rules","id") WHERE ended_at is null;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_sub_status_of_status" FOREIGN KEY ("pipeline_status","pipeline_sub_status_id") REFERENCES "public"."pipeline_sub_statuses"("status","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customers_board" ON "customers" USING btree ("assigned_user_id","pipeline_status",coalesce(pipeline_changed_at, created_at),"id") WHERE survivor_id is null and assigned_user_id is not null;--> statement-breakpoint
CREATE INDEX "customers_store_board" ON "customers" USING btree ("store_id","assigned_user_id","pipeline_status",coalesce(pipeline_changed_at, created_at),"id") WHERE survivor_id is null and assigned_user_id is not null;--> statement-breakpoint
CREATE INDEX "customers_sub_status" ON "customers" USING btree ("pipeline_sub_status_id","assigned_user_id",coalesce(pipeline_changed_at, created_at),"id") WHERE survivor_id is null and pipeline_sub_status_id is not null;--> statement-breakpoint
CREATE INDEX "customers_status" ON "customers" USING btree ("pipeline_status","id") WHERE survivor_id is null and pipeline_status <> 'new';