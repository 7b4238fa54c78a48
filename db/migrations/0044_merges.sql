CREATE TABLE "merge_exclusions" (
	"customer_id" uuid NOT NULL,
	"part" text NOT NULL,
	"row_id" uuid NOT NULL,
	"merge_id" uuid NOT NULL,
	"excluded_at" timestamp with time zone NOT NULL,
	"excluded_by" uuid NOT NULL,
	CONSTRAINT "merge_exclusions_customer_id_part_row_id_pk" PRIMARY KEY("customer_id","part","row_id")
);
--> statement-breakpoint
CREATE TABLE "merges" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"absorbed_id" uuid NOT NULL,
	"carried_ids" uuid[] NOT NULL,
	"sealed" "bytea" NOT NULL,
	"survivor_version" integer NOT NULL,
	"merged_at" timestamp with time zone NOT NULL,
	"merged_by" uuid NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" uuid,
	CONSTRAINT "merges_customer_id_id_pk" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "merges_two" CHECK (customer_id <> absorbed_id),
	CONSTRAINT "merges_undone" CHECK ((undone_at is null) = (undone_by is null))
);
--> statement-breakpoint
ALTER TABLE "merge_exclusions" ADD CONSTRAINT "merge_exclusions_excluded_by_users_id_fk" FOREIGN KEY ("excluded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge_exclusions" ADD CONSTRAINT "merge_exclusions_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_merged_by_users_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_undone_by_users_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "merges_absorbed" ON "merges" USING btree ("absorbed_id") WHERE undone_at is null;