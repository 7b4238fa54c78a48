CREATE SEQUENCE "public"."agenda_reason_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1001 CACHE 1;--> statement-breakpoint
CREATE SEQUENCE "public"."agenda_interaction_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1001 CACHE 1;--> statement-breakpoint
CREATE TABLE "agenda_reasons" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer DEFAULT nextval('agenda_reason_numbers') NOT NULL,
	"store_id" uuid NOT NULL,
	"seller_id" uuid,
	"rule_id" uuid,
	"period" text,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"message" text,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	"cancel_cause" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "agenda_reasons_customer_id_id_pk" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "agenda_reasons_days" CHECK (closes_on >= opens_on),
	CONSTRAINT "agenda_reasons_settled" CHECK ((status = 'pending') = (settled_at is null)),
	CONSTRAINT "agenda_reasons_rule" CHECK ((rule_id is null) = (period is null))
);
--> statement-breakpoint
CREATE TABLE "agenda_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"days" smallint DEFAULT 0 NOT NULL,
	"open_days" smallint NOT NULL,
	"message" text NOT NULL,
	"filter" text,
	"enabled" boolean DEFAULT false NOT NULL,
	"retired_at" timestamp with time zone,
	"retired_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "agenda_rules_name" CHECK (btrim(name) <> ''),
	CONSTRAINT "agenda_rules_open" CHECK (open_days > 0)
);
--> statement-breakpoint
CREATE TABLE "agenda_settings" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"blackout_days" smallint DEFAULT 7 NOT NULL,
	"influence_days" smallint DEFAULT 7 NOT NULL,
	"hours" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "agenda_settings_one" CHECK (id = 1)
);
--> statement-breakpoint
CREATE TABLE "agenda_interactions" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer DEFAULT nextval('agenda_interaction_numbers') NOT NULL,
	"reason_id" uuid,
	"store_id" uuid NOT NULL,
	"seller_id" uuid NOT NULL,
	"means" text NOT NULL,
	"situation" text DEFAULT 'open' NOT NULL,
	"feedback" text,
	"comment" text,
	"started_at" timestamp with time zone NOT NULL,
	"last_activity_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agenda_interactions_customer_id_id_pk" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "agenda_interactions_closed" CHECK ((situation = 'open') = (closed_at is null))
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"scheduled_on" date NOT NULL,
	"seller_id" uuid NOT NULL,
	"store_id" uuid NOT NULL,
	"comment" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	CONSTRAINT "reminders_customer_id_id_pk" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "reminders_comment" CHECK (btrim(comment) <> ''),
	CONSTRAINT "reminders_settled" CHECK ((status = 'open') = (settled_at is null))
);
--> statement-breakpoint
CREATE TABLE "credit_uses" (
	"customer_id" uuid NOT NULL,
	"credit_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"external_id" text,
	"amount" bigint NOT NULL,
	"used_at" timestamp with time zone NOT NULL,
	"purchase_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "credit_uses_customer_id_credit_id_id_pk" PRIMARY KEY("customer_id","credit_id","id"),
	CONSTRAINT "credit_uses_amount" CHECK (amount > 0)
);
--> statement-breakpoint
CREATE TABLE "credits" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source" text NOT NULL,
	"external_id" text collate "C" NOT NULL,
	"currency" char(3) NOT NULL,
	"amount" bigint NOT NULL,
	"generated_at" timestamp with time zone NOT NULL,
	"expires_on" date,
	"purchase_id" uuid,
	"store_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "credits_customer_id_id_pk" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "credits_amount" CHECK (amount > 0)
);
--> statement-breakpoint
CREATE TABLE "purchase_exclusions" (
	"customer_id" uuid NOT NULL,
	"purchase_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"reason" text NOT NULL,
	"amount" bigint NOT NULL,
	"note" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "purchase_exclusions_customer_id_purchase_id_id_pk" PRIMARY KEY("customer_id","purchase_id","id"),
	CONSTRAINT "purchase_exclusions_amount" CHECK (amount >= 0)
);
--> statement-breakpoint
CREATE TABLE "purchase_items" (
	"customer_id" uuid NOT NULL,
	"purchase_id" uuid NOT NULL,
	"line" smallint NOT NULL,
	"sku" text,
	"description" text NOT NULL,
	"quantity" numeric(12, 3) NOT NULL,
	"unit_price" bigint NOT NULL,
	"discount" bigint DEFAULT 0 NOT NULL,
	"total" bigint NOT NULL,
	CONSTRAINT "purchase_items_customer_id_purchase_id_line_pk" PRIMARY KEY("customer_id","purchase_id","line"),
	CONSTRAINT "purchase_items_quantity" CHECK (quantity > 0)
);
--> statement-breakpoint
CREATE TABLE "purchase_keys" (
	"source" text NOT NULL,
	"kind" text NOT NULL,
	"external_id" text collate "C" NOT NULL,
	"customer_id" uuid NOT NULL,
	"row_id" uuid NOT NULL,
	CONSTRAINT "purchase_keys_source_kind_external_id_pk" PRIMARY KEY("source","kind","external_id")
);
--> statement-breakpoint
CREATE TABLE "purchase_returns" (
	"customer_id" uuid NOT NULL,
	"purchase_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"external_id" text,
	"line" smallint,
	"quantity" numeric(12, 3),
	"amount" bigint NOT NULL,
	"reason" text,
	"returned_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "purchase_returns_customer_id_purchase_id_id_pk" PRIMARY KEY("customer_id","purchase_id","id"),
	CONSTRAINT "purchase_returns_amount" CHECK (amount >= 0)
);
--> statement-breakpoint
CREATE TABLE "purchases" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source" text NOT NULL,
	"external_id" text collate "C" NOT NULL,
	"purchased_at" timestamp with time zone NOT NULL,
	"currency" char(3) NOT NULL,
	"total" bigint NOT NULL,
	"freight" bigint DEFAULT 0 NOT NULL,
	"situation" text NOT NULL,
	"source_situation" text,
	"payment" text,
	"store_id" uuid,
	"seller_id" uuid,
	"seller_name" text,
	"invoice_document_id" uuid,
	"invoice_number" text,
	"invoice_url" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "purchases_customer_id_id_pk" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "purchases_currency" CHECK (currency ~ '^[A-Z]{3}$'),
	CONSTRAINT "purchases_amounts" CHECK (total >= 0 and freight >= 0)
);
--> statement-breakpoint
CREATE TABLE "reservations" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"reserved_on" date NOT NULL,
	"pick_up_at" timestamp with time zone NOT NULL,
	"store_id" uuid NOT NULL,
	"seller_id" uuid,
	"product" text NOT NULL,
	"sku" text,
	"quantity" numeric(12, 3) DEFAULT '1' NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"feedback" text,
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	CONSTRAINT "reservations_customer_id_id_pk" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "reservations_product" CHECK (btrim(product) <> ''),
	CONSTRAINT "reservations_quantity" CHECK (quantity > 0),
	CONSTRAINT "reservations_settled" CHECK ((status = 'waiting') = (settled_at is null))
);
--> statement-breakpoint
ALTER TABLE "agenda_reasons" ADD CONSTRAINT "agenda_reasons_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_reasons" ADD CONSTRAINT "agenda_reasons_seller_id_users_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_reasons" ADD CONSTRAINT "agenda_reasons_rule_id_agenda_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."agenda_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_reasons" ADD CONSTRAINT "agenda_reasons_settled_by_users_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_reasons" ADD CONSTRAINT "agenda_reasons_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_reasons" ADD CONSTRAINT "agenda_reasons_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_rules" ADD CONSTRAINT "agenda_rules_retired_by_users_id_fk" FOREIGN KEY ("retired_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_rules" ADD CONSTRAINT "agenda_rules_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_interactions" ADD CONSTRAINT "agenda_interactions_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_interactions" ADD CONSTRAINT "agenda_interactions_seller_id_users_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_interactions" ADD CONSTRAINT "agenda_interactions_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_seller_id_users_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_settled_by_users_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_uses" ADD CONSTRAINT "credit_uses_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_uses" ADD CONSTRAINT "credit_uses_customer_id_credit_id_credits_customer_id_id_fk" FOREIGN KEY ("customer_id","credit_id") REFERENCES "public"."credits"("customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_exclusions" ADD CONSTRAINT "purchase_exclusions_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_exclusions" ADD CONSTRAINT "purchase_exclusions_customer_id_purchase_id_purchases_customer_id_id_fk" FOREIGN KEY ("customer_id","purchase_id") REFERENCES "public"."purchases"("customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_items" ADD CONSTRAINT "purchase_items_customer_id_purchase_id_purchases_customer_id_id_fk" FOREIGN KEY ("customer_id","purchase_id") REFERENCES "public"."purchases"("customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_returns" ADD CONSTRAINT "purchase_returns_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_returns" ADD CONSTRAINT "purchase_returns_customer_id_purchase_id_purchases_customer_id_id_fk" FOREIGN KEY ("customer_id","purchase_id") REFERENCES "public"."purchases"("customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchases" ADD CONSTRAINT "purchases_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchases" ADD CONSTRAINT "purchases_seller_id_users_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchases" ADD CONSTRAINT "purchases_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchases" ADD CONSTRAINT "purchases_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_seller_id_users_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_settled_by_users_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_reasons_once" ON "agenda_reasons" USING btree ("customer_id","rule_id","period") WHERE rule_id is not null;--> statement-breakpoint
CREATE INDEX "agenda_reasons_timeline" ON "agenda_reasons" USING btree ("customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "agenda_reasons_of_seller" ON "agenda_reasons" USING btree ("seller_id","closes_on","customer_id","id") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "agenda_reasons_of_store" ON "agenda_reasons" USING btree ("store_id","closes_on","customer_id","id") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "agenda_reasons_created" ON "agenda_reasons" USING btree ("store_id","created_at");--> statement-breakpoint
CREATE INDEX "agenda_interactions_timeline" ON "agenda_interactions" USING btree ("customer_id","started_at","id");--> statement-breakpoint
CREATE INDEX "agenda_interactions_reason" ON "agenda_interactions" USING btree ("customer_id","reason_id") WHERE reason_id is not null;--> statement-breakpoint
CREATE INDEX "agenda_interactions_idle" ON "agenda_interactions" USING btree ("last_activity_at") WHERE situation = 'open';--> statement-breakpoint
CREATE INDEX "agenda_interactions_of_seller" ON "agenda_interactions" USING btree ("seller_id","started_at","id") WHERE situation = 'open';--> statement-breakpoint
CREATE INDEX "agenda_interactions_of_store" ON "agenda_interactions" USING btree ("store_id","started_at");--> statement-breakpoint
CREATE INDEX "reminders_timeline" ON "reminders" USING btree ("customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "reminders_of_seller" ON "reminders" USING btree ("seller_id","scheduled_on","customer_id","id") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "credits_expiring" ON "credits" USING btree ("expires_on","customer_id");--> statement-breakpoint
CREATE INDEX "purchase_keys_row" ON "purchase_keys" USING btree ("customer_id","row_id");--> statement-breakpoint
CREATE INDEX "purchase_returns_timeline" ON "purchase_returns" USING btree ("customer_id","returned_at","id");--> statement-breakpoint
CREATE INDEX "purchases_timeline" ON "purchases" USING btree ("customer_id","purchased_at","id");--> statement-breakpoint
CREATE INDEX "reservations_timeline" ON "reservations" USING btree ("customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "reservations_waiting" ON "reservations" USING btree ("store_id","pick_up_at","customer_id","id") WHERE status = 'waiting';--> statement-breakpoint
-- Calls from 9 to 21 o'clock from Monday to Friday and from 10 to 16 on Saturday, until an admin changes it.
INSERT INTO agenda_settings (id, hours) VALUES (1, '[{"from":540,"until":1260},{"from":540,"until":1260},{"from":540,"until":1260},{"from":540,"until":1260},{"from":540,"until":1260},{"from":600,"until":960},null]');
