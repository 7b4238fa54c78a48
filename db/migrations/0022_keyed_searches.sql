CREATE TABLE "keyed_searches" (
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value_hash" "bytea" NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"searches" integer DEFAULT 1 NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "keyed_searches_user_id_kind_value_hash_pk" PRIMARY KEY("user_id","kind","value_hash")
);
--> statement-breakpoint
ALTER TABLE "keyed_searches" ADD CONSTRAINT "keyed_searches_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "keyed_searches_last" ON "keyed_searches" USING btree ("last_at");