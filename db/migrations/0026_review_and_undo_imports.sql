CREATE TABLE "import_changes" (
	"customer_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"created" boolean NOT NULL,
	"external_ids" jsonb NOT NULL,
	"undone_at" timestamp with time zone,
	"kept" jsonb,
	CONSTRAINT "import_changes_customer_id_import_id_row_pk" PRIMARY KEY("customer_id","import_id","row")
);
--> statement-breakpoint
CREATE TABLE "import_reviews" (
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"customer_id" uuid NOT NULL,
	"reasons" jsonb NOT NULL,
	"cells" jsonb NOT NULL,
	"decision" text,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	CONSTRAINT "import_reviews_import_id_row_pk" PRIMARY KEY("import_id","row")
);
--> statement-breakpoint
ALTER TABLE "import_rejections" ADD COLUMN "customer_id" uuid;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "waiting" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "undo_started_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "undo_started_by" uuid;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "undo_finished_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "import_changes" ADD CONSTRAINT "import_changes_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_reviews" ADD CONSTRAINT "import_reviews_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_reviews" ADD CONSTRAINT "import_reviews_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_changes_import" ON "import_changes" USING btree ("import_id","row");--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_undo_started_by_users_id_fk" FOREIGN KEY ("undo_started_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;