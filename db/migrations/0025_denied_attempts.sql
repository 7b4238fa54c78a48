CREATE TABLE "denied_attempts" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"wanted" text NOT NULL,
	"hour_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "denied_attempts_customer_id_id_pk" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "denied_attempts_customer_id_user_id_wanted_hour_at_unique" UNIQUE("customer_id","user_id","wanted","hour_at")
);
--> statement-breakpoint
ALTER TABLE "denied_attempts" ADD CONSTRAINT "denied_attempts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;