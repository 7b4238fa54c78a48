CREATE TABLE "audit_chains" (
	"customer_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"customer_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"event" text NOT NULL,
	"subject" text,
	"sealed" "bytea",
	"details" text,
	"request_id" text,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_events_customer_id_seq_pk" PRIMARY KEY("customer_id","seq")
);
--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"customer_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"signature" "bytea" NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_seals_customer_id_seq_pk" PRIMARY KEY("customer_id","seq")
);
--> statement-breakpoint
CREATE TABLE "customer_keys" (
	"customer_id" uuid PRIMARY KEY NOT NULL,
	"wrapped" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reveals" (
	"customer_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reveals_customer_id_session_id_subject_pk" PRIMARY KEY("customer_id","session_id","subject")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"preference" text NOT NULL,
	"purpose" text NOT NULL,
	"action" text NOT NULL,
	"actor_id" uuid,
	"origin" text NOT NULL,
	"reason" text,
	"text_shown" text,
	"ip" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consents_customer_id_id_pk" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "contact_point_versions" (
	"customer_id" uuid NOT NULL,
	"point_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"value" text NOT NULL,
	"normalized" text NOT NULL,
	"address" jsonb,
	"label" text,
	"valid_from" timestamp with time zone NOT NULL,
	"replaced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"replaced_by" uuid,
	CONSTRAINT "contact_point_versions_customer_id_point_id_version_pk" PRIMARY KEY("customer_id","point_id","version")
);
--> statement-breakpoint
CREATE TABLE "contact_points" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel" text NOT NULL,
	"value" text NOT NULL,
	"normalized" text NOT NULL,
	"match_key" text collate "C",
	"address" jsonb,
	"label" text,
	"blocked_at" timestamp with time zone,
	"blocked_by" uuid,
	"blocked_reason" text,
	"primary_at" timestamp with time zone,
	"primary_by" uuid,
	"retired_at" timestamp with time zone,
	"retired_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contact_points_customer_id_id_pk" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "contact_points_primary_allowed" CHECK (primary_at is null or (blocked_at is null and retired_at is null))
);
--> statement-breakpoint
CREATE TABLE "customer_names" (
	"customer_id" uuid NOT NULL,
	"source" text NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"name_tsv" "tsvector" NOT NULL,
	"store_id" uuid,
	"assigned_user_id" uuid,
	CONSTRAINT "customer_names_customer_id_source_pk" PRIMARY KEY("customer_id","source")
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"preferred_name" text,
	"document_country" char(2),
	"document_type" text,
	"document_number" text collate "C",
	"birth_on" date,
	"sex" text,
	"registered_on" date,
	"store_id" uuid,
	"registered_by" uuid,
	"how_met" text,
	"remarks" text,
	"last_purchase_on" date,
	"rating" smallint,
	"assigned_user_id" uuid,
	"attributes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"last_interaction_at" timestamp with time zone,
	"last_interaction_channel" text,
	"last_activity_at" timestamp with time zone DEFAULT now() NOT NULL,
	"survivor_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customers_rating" CHECK (rating between 0 and 5),
	CONSTRAINT "customers_name" CHECK (btrim(name) <> ''),
	CONSTRAINT "customers_document_whole" CHECK ((document_number is null) = (document_type is null))
);
--> statement-breakpoint
CREATE TABLE "external_ids" (
	"source" text NOT NULL,
	"external_id" text collate "C" NOT NULL,
	"customer_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "external_ids_source_external_id_pk" PRIMARY KEY("source","external_id")
);
--> statement-breakpoint
CREATE TABLE "field_validations" (
	"customer_id" uuid NOT NULL,
	"field" text NOT NULL,
	"validated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"validated_by" uuid NOT NULL,
	CONSTRAINT "field_validations_customer_id_field_pk" PRIMARY KEY("customer_id","field")
);
--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"header_key" text collate "C" PRIMARY KEY NOT NULL,
	"mapping" jsonb NOT NULL,
	"source" text NOT NULL,
	"used_at" timestamp with time zone NOT NULL,
	"used_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_rejections" (
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"reasons" jsonb NOT NULL,
	"cells" jsonb NOT NULL,
	CONSTRAINT "import_rejections_import_id_row_pk" PRIMARY KEY("import_id","row")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"storage_key" text NOT NULL,
	"bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"dialect" jsonb NOT NULL,
	"headers" jsonb NOT NULL,
	"mapping" jsonb,
	"source" text DEFAULT 'import' NOT NULL,
	"status" text DEFAULT 'uploaded' NOT NULL,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"rows_total" integer,
	"accepted" integer DEFAULT 0 NOT NULL,
	"created" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"rejected" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"body" text NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notes_customer_id_id_pk" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "stores" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stores_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_reason" text,
	"user_agent" text
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" "bytea" NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_stores" (
	"user_id" uuid NOT NULL,
	"store_id" uuid NOT NULL,
	CONSTRAINT "user_stores_user_id_store_id_pk" PRIMARY KEY("user_id","store_id")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text collate "C" NOT NULL,
	"role" text NOT NULL,
	"scope" text NOT NULL,
	"locale" text DEFAULT 'pt-BR' NOT NULL,
	"password_hash" text,
	"deactivated_at" timestamp with time zone,
	"deactivated_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "users_email_lower" CHECK ("users"."email" = lower("users"."email"))
);
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_point_versions" ADD CONSTRAINT "contact_point_versions_customer_id_point_id_contact_points_customer_id_id_fk" FOREIGN KEY ("customer_id","point_id") REFERENCES "public"."contact_points"("customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_points" ADD CONSTRAINT "contact_points_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_names" ADD CONSTRAINT "customer_names_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_registered_by_users_id_fk" FOREIGN KEY ("registered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_assigned_user_id_users_id_fk" FOREIGN KEY ("assigned_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_validations" ADD CONSTRAINT "field_validations_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_validations" ADD CONSTRAINT "field_validations_validated_by_users_id_fk" FOREIGN KEY ("validated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_used_by_users_id_fk" FOREIGN KEY ("used_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rejections" ADD CONSTRAINT "import_rejections_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_stores" ADD CONSTRAINT "user_stores_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_stores" ADD CONSTRAINT "user_stores_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_event" ON "audit_events" USING btree ("customer_id","event","seq");--> statement-breakpoint
CREATE INDEX "audit_events_actor" ON "audit_events" USING btree ("customer_id","actor_id","seq");--> statement-breakpoint
CREATE INDEX "audit_events_at" ON "audit_events" USING btree ("at","customer_id","seq");--> statement-breakpoint
CREATE INDEX "consents_state" ON "consents" USING btree ("customer_id","preference","purpose","id");--> statement-breakpoint
CREATE UNIQUE INDEX "contact_points_primary" ON "contact_points" USING btree ("customer_id","channel") WHERE primary_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "contact_points_live" ON "contact_points" USING btree ("customer_id","channel","normalized") WHERE retired_at is null;--> statement-breakpoint
CREATE INDEX "contact_points_match" ON "contact_points" USING btree ("match_key","channel","customer_id") WHERE match_key is not null and retired_at is null;--> statement-breakpoint
CREATE INDEX "customer_names_key" ON "customer_names" USING btree ("name_key","customer_id");--> statement-breakpoint
CREATE INDEX "customer_names_store_key" ON "customer_names" USING btree ("store_id","name_key","customer_id") WHERE store_id is not null;--> statement-breakpoint
CREATE INDEX "customer_names_assigned_key" ON "customer_names" USING btree ("assigned_user_id","name_key","customer_id") WHERE assigned_user_id is not null;--> statement-breakpoint
CREATE INDEX "customer_names_tsv" ON "customer_names" USING gin ("name_tsv") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "customers_document" ON "customers" USING btree ("document_number") WHERE document_number is not null;--> statement-breakpoint
CREATE INDEX "customers_activity" ON "customers" USING btree ("last_activity_at","id") WHERE survivor_id is null;--> statement-breakpoint
CREATE INDEX "customers_store_activity" ON "customers" USING btree ("store_id","last_activity_at","id") WHERE survivor_id is null;--> statement-breakpoint
CREATE INDEX "customers_assigned_activity" ON "customers" USING btree ("assigned_user_id","last_activity_at","id") WHERE survivor_id is null and assigned_user_id is not null;--> statement-breakpoint
CREATE INDEX "customers_survivor" ON "customers" USING btree ("survivor_id") WHERE survivor_id is not null;--> statement-breakpoint
CREATE INDEX "external_ids_customer" ON "external_ids" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "imports_created" ON "imports" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "sessions_live" ON "sessions" USING btree ("user_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "sign_in_failures_key" ON "sign_in_failures" USING btree ("key","at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");