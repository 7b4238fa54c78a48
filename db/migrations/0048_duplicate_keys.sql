CREATE TABLE "duplicate_keys" (
	"customer_id" uuid PRIMARY KEY NOT NULL,
	"keys" integer[] NOT NULL,
	"customer_updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "duplicate_keys_keys" ON "duplicate_keys" USING gin ("keys");--> statement-breakpoint
CREATE INDEX "customers_updated" ON "customers" USING btree ("updated_at","id");