CREATE TABLE "acceptance_approvals" (
	"customer_id" uuid NOT NULL,
	"acceptance_id" uuid NOT NULL,
	"journey_message_id" uuid NOT NULL,
	"days" smallint NOT NULL,
	"override_reason" text,
	"approved_at" timestamp with time zone,
	"approved_by" uuid,
	"declined_at" timestamp with time zone,
	"declined_by" uuid,
	"decline_reason" text,
	CONSTRAINT "acceptance_approvals_customer_id_acceptance_id_pk" PRIMARY KEY("customer_id","acceptance_id")
);
--> statement-breakpoint
ALTER TABLE "acceptances" ADD COLUMN "cancelled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "acceptances" ADD COLUMN "cancelled_by" uuid;--> statement-breakpoint
ALTER TABLE "acceptance_approvals" ADD CONSTRAINT "acceptance_approvals_customer_id_acceptance_id_acceptances_customer_id_id_fk" FOREIGN KEY ("customer_id","acceptance_id") REFERENCES "public"."acceptances"("customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "acceptances_pending" ON "acceptances" USING btree ("id") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "links_subject" ON "links" USING btree ("customer_id","subject_id");