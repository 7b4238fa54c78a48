CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"shared_with" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_views_name" CHECK (btrim(name) <> '')
);
--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "saved_views_owner" ON "saved_views" USING btree ("owner_id","name");--> statement-breakpoint
CREATE INDEX "saved_views_shared" ON "saved_views" USING btree ("shared_with","name") WHERE shared_with is not null;--> statement-breakpoint
CREATE INDEX "cases_open_in_state" ON "cases" USING btree ("state_id","customer_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "consents_accepted" ON "consents" USING btree ("preference","purpose","customer_id") WHERE action = 'accepted';--> statement-breakpoint
CREATE INDEX "contact_points_city" ON "contact_points" USING btree (name_key(address->>'city'),upper(address->>'state'),"customer_id") WHERE channel = 'address' and retired_at is null;--> statement-breakpoint
CREATE INDEX "contact_points_state" ON "contact_points" USING btree (upper(address->>'state'),"customer_id") WHERE channel = 'address' and retired_at is null;--> statement-breakpoint
CREATE INDEX "customers_rating_order" ON "customers" USING btree (coalesce(rating, -1),"id") WHERE survivor_id is null;--> statement-breakpoint
CREATE INDEX "customers_registered_order" ON "customers" USING btree (coalesce(registered_on, '-infinity'::date),"id") WHERE survivor_id is null;--> statement-breakpoint
CREATE INDEX "customers_purchase_order" ON "customers" USING btree (coalesce(last_purchase_on, '-infinity'::date),"id") WHERE survivor_id is null;--> statement-breakpoint
CREATE INDEX "customers_interaction_order" ON "customers" USING btree (coalesce(last_interaction_at, '-infinity'::timestamptz),"id") WHERE survivor_id is null;--> statement-breakpoint
CREATE INDEX "customers_registered_by" ON "customers" USING btree ("registered_by") WHERE survivor_id is null and registered_by is not null;--> statement-breakpoint
CREATE INDEX "relationships_tags_of" ON "relationships" USING gin ("outgoing_tag_ids","incoming_tag_ids") WHERE removed_at is null;