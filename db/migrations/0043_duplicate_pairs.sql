CREATE TABLE "duplicate_pairs" (
	"customer_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"probability" real NOT NULL,
	"reasons" jsonb NOT NULL,
	"evidence" text NOT NULL,
	"found_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"decided_evidence" text,
	"decided_reason" text,
	CONSTRAINT "duplicate_pairs_customer_id_other_id_pk" PRIMARY KEY("customer_id","other_id"),
	CONSTRAINT "duplicate_pairs_order" CHECK (customer_id < other_id),
	CONSTRAINT "duplicate_pairs_probability" CHECK (probability between 0 and 1),
	CONSTRAINT "duplicate_pairs_decided" CHECK ((decided_at is null) = (decided_by is null) and (decided_at is null) = (decided_evidence is null))
);
--> statement-breakpoint
ALTER TABLE "duplicate_pairs" ADD CONSTRAINT "duplicate_pairs_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_pairs" ADD CONSTRAINT "duplicate_pairs_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "duplicate_pairs_other" ON "duplicate_pairs" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "duplicate_pairs_open" ON "duplicate_pairs" USING btree ("probability","customer_id","other_id") WHERE decided_evidence is distinct from evidence;