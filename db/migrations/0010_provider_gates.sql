CREATE TABLE "provider_gates" (
	"provider" text PRIMARY KEY NOT NULL,
	"opens_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "outbox_due";--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("channel","due_at","id") WHERE state in ('waiting', 'sending');