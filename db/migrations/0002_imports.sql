CREATE TABLE "import_fingerprints" (
	"fingerprint" "bytea" PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "import_mappings" ADD COLUMN "keep_attributes" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "import_rejections" ADD COLUMN "outcome" text NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "keep_attributes" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "bytes_done" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "noted" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "import_fingerprints_customer" ON "import_fingerprints" USING btree ("customer_id");