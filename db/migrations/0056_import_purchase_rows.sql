CREATE TABLE "import_purchase_rows" (
	"import_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"parent_key" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	"row" integer NOT NULL,
	"digest" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"parent_id" uuid,
	"row_id" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"undone_at" timestamp with time zone,
	"kept" boolean DEFAULT false NOT NULL,
	CONSTRAINT "import_purchase_rows_import_id_kind_parent_key_key_pk" PRIMARY KEY("import_id","kind","parent_key","key")
);
--> statement-breakpoint
ALTER TABLE "import_purchase_rows" ADD CONSTRAINT "import_purchase_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_purchase_rows_row" ON "import_purchase_rows" USING btree ("import_id","row");