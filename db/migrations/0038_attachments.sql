CREATE TABLE "attachments" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid,
	"send_id" uuid,
	"name" text NOT NULL,
	"renamed_from" text,
	"type" text NOT NULL,
	"charset" text,
	"storage_key" text NOT NULL,
	"sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"retired_at" timestamp with time zone,
	"retired_by" uuid,
	"retired_reason" text,
	CONSTRAINT "attachments_customer_id_id_pk" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "attachments_subject" CHECK (case_id is null or send_id is null),
	CONSTRAINT "attachments_retired" CHECK ((retired_at is null) = (retired_by is null))
);
--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_retired_by_users_id_fk" FOREIGN KEY ("retired_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_customer_id_case_id_cases_customer_id_id_fk" FOREIGN KEY ("customer_id","case_id") REFERENCES "public"."cases"("customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_customer_id_send_id_sends_customer_id_id_fk" FOREIGN KEY ("customer_id","send_id") REFERENCES "public"."sends"("customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_case" ON "attachments" USING btree ("customer_id","case_id","id") WHERE case_id is not null;--> statement-breakpoint
CREATE INDEX "attachments_send" ON "attachments" USING btree ("customer_id","send_id","id") WHERE send_id is not null;