CREATE TABLE "duplicate_rules" (
	"rule" text PRIMARY KEY NOT NULL,
	"enabled_at" timestamp with time zone NOT NULL,
	"enabled_by" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "duplicate_rules" ADD CONSTRAINT "duplicate_rules_enabled_by_users_id_fk" FOREIGN KEY ("enabled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;