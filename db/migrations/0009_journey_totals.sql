CREATE TABLE "journey_totals" (
	"customer_id" uuid NOT NULL,
	"test" boolean NOT NULL,
	"journey_id" uuid NOT NULL,
	"step" smallint NOT NULL,
	"channel" text NOT NULL,
	"kind" text NOT NULL,
	"times" integer NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	CONSTRAINT "journey_totals_customer_id_test_journey_id_step_channel_kind_pk" PRIMARY KEY("customer_id","test","journey_id","step","channel","kind")
);
--> statement-breakpoint
DROP INDEX "interactions_journey";--> statement-breakpoint
ALTER TABLE "journey_totals" ADD CONSTRAINT "journey_totals_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journey_totals" ADD CONSTRAINT "journey_totals_journey_id_journeys_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journeys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sends_newest" ON "sends" USING btree ("customer_id","test","id");--> statement-breakpoint
CREATE INDEX "interactions_journey" ON "interactions" USING btree ("customer_id","test","journey_id","channel","occurred_at","send_id","kind");