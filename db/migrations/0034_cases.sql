CREATE SEQUENCE "public"."case_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1001 CACHE 1;--> statement-breakpoint
CREATE TABLE "case_comments" (
	"customer_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"body" text NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "case_comments_customer_id_case_id_id_pk" PRIMARY KEY("customer_id","case_id","id")
);
--> statement-breakpoint
CREATE TABLE "case_states" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text,
	"name" text,
	"phase" text NOT NULL,
	"place" smallint NOT NULL,
	"retired_at" timestamp with time zone,
	"retired_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "case_states_key_unique" UNIQUE("key"),
	CONSTRAINT "case_states_name" CHECK (key is not null or btrim(name) <> '')
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer DEFAULT nextval('case_numbers') NOT NULL,
	"subject" text NOT NULL,
	"description" text,
	"state_id" uuid NOT NULL,
	"priority" text DEFAULT 'normal' NOT NULL,
	"assigned_user_id" uuid,
	"due_on" date,
	"journey_id" uuid,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	CONSTRAINT "cases_customer_id_id_pk" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "cases_subject" CHECK (btrim(subject) <> ''),
	CONSTRAINT "cases_closed" CHECK ((closed_at is null) = (closed_by is null))
);
--> statement-breakpoint
ALTER TABLE "case_comments" ADD CONSTRAINT "case_comments_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_comments" ADD CONSTRAINT "case_comments_customer_id_case_id_cases_customer_id_id_fk" FOREIGN KEY ("customer_id","case_id") REFERENCES "public"."cases"("customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_state_id_case_states_id_fk" FOREIGN KEY ("state_id") REFERENCES "public"."case_states"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_assigned_user_id_users_id_fk" FOREIGN KEY ("assigned_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_journey_id_journeys_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journeys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_closed_by_users_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cases_number" ON "cases" USING btree ("number");--> statement-breakpoint
CREATE INDEX "cases_open" ON "cases" USING btree ("id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "cases_open_of_user" ON "cases" USING btree ("assigned_user_id","id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "cases_due" ON "cases" USING btree ("due_on","id") WHERE closed_at is null;--> statement-breakpoint
INSERT INTO "case_states" ("id", "key", "phase", "place") VALUES
  ('019abcde-0000-7000-8000-000000000001', 'new', 'open', 1),
  ('019abcde-0000-7000-8000-000000000002', 'in_progress', 'open', 2),
  ('019abcde-0000-7000-8000-000000000003', 'waiting', 'open', 3),
  ('019abcde-0000-7000-8000-000000000004', 'solved', 'closed', 4),
  ('019abcde-0000-7000-8000-000000000005', 'dropped', 'closed', 5);
