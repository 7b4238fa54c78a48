CREATE TABLE "staged_files" (
	"key" text PRIMARY KEY NOT NULL,
	"staged_at" timestamp with time zone DEFAULT now() NOT NULL,
	"dropping_at" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "staged_files_age" ON "staged_files" USING btree ("staged_at");