ALTER TABLE "purchase_exclusions" ADD COLUMN "external_id" text;--> statement-breakpoint
ALTER TABLE "purchase_items" ADD COLUMN "freight" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "purchases" ADD COLUMN "total_from_items" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "credit_uses_external" ON "credit_uses" USING btree ("customer_id","credit_id","external_id") WHERE external_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "purchase_exclusions_external" ON "purchase_exclusions" USING btree ("customer_id","purchase_id","external_id") WHERE external_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "purchase_returns_external" ON "purchase_returns" USING btree ("customer_id","purchase_id","external_id") WHERE external_id is not null;