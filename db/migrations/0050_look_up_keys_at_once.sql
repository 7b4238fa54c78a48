DROP INDEX "duplicate_keys_keys";--> statement-breakpoint
CREATE INDEX "duplicate_keys_keys" ON "duplicate_keys" USING gin ("keys") WITH (fastupdate=false);