CREATE TABLE "acceptance_events" (
	"customer_id" uuid NOT NULL,
	"acceptance_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"ip" text,
	"user_agent" text,
	"details" text,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "acceptance_events_customer_id_acceptance_id_seq_pk" PRIMARY KEY("customer_id","acceptance_id","seq")
);
--> statement-breakpoint
CREATE TABLE "acceptance_keys" (
	"key" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"acceptance_id" uuid NOT NULL,
	CONSTRAINT "acceptance_keys_key_kind_customer_id_acceptance_id_pk" PRIMARY KEY("key","kind","customer_id","acceptance_id")
);
--> statement-breakpoint
CREATE TABLE "acceptances" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"protocol" text collate "C" NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"signer_name" text NOT NULL,
	"signer_document" text,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"terms" text NOT NULL,
	"original_sha256" text NOT NULL,
	"final_sha256" text,
	"expires_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"refusal_reason" text,
	"code_hash" "bytea",
	"code_expires_at" timestamp with time zone,
	"code_sent_at" timestamp with time zone,
	"code_tries" smallint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "acceptances_customer_id_id_pk" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "archive_requests" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"ready_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	CONSTRAINT "archive_requests_customer_id_id_pk" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "document_files" (
	"customer_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"storage_key" text NOT NULL,
	"sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"pages" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_files_customer_id_document_id_role_pk" PRIMARY KEY("customer_id","document_id","role")
);
--> statement-breakpoint
CREATE TABLE "document_kits" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"journey_id" uuid,
	"source" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "document_kits_customer_id_id_pk" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "document_numbers" (
	"number" text collate "C" NOT NULL,
	"customer_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	CONSTRAINT "document_numbers_number_customer_id_document_id_pk" PRIMARY KEY("number","customer_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kit_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"number" text collate "C" NOT NULL,
	"title" text NOT NULL,
	"archived_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	"deleted_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "documents_customer_id_id_pk" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "journey_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"journey_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"name" text NOT NULL,
	"step" smallint NOT NULL,
	"subject" text,
	"body" text NOT NULL,
	"retired_at" timestamp with time zone,
	"retired_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "journey_messages_subject" CHECK ((channel = 'email') = (subject is not null))
);
--> statement-breakpoint
CREATE TABLE "journeys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"purpose" text NOT NULL,
	"retired_at" timestamp with time zone,
	"retired_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "journeys_name" CHECK (btrim(name) <> '')
);
--> statement-breakpoint
CREATE TABLE "links" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid,
	"send_id" uuid,
	"kind" text NOT NULL,
	"channel" text NOT NULL,
	"payload" jsonb,
	"state" text DEFAULT 'waiting' NOT NULL,
	"provider" text,
	"provider_id" text collate "C",
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"first_tried_at" timestamp with time zone,
	"failure" text,
	"failure_detail" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"channel" text NOT NULL,
	"address_hash" "bytea" NOT NULL,
	"reason" text NOT NULL,
	"purpose" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "suppressions_channel_address_hash_purpose_pk" PRIMARY KEY("channel","address_hash","purpose")
);
--> statement-breakpoint
CREATE TABLE "webhook_events" (
	"provider" text NOT NULL,
	"event_id" text collate "C" NOT NULL,
	"provider_id" text collate "C",
	"kind" text NOT NULL,
	"body" jsonb NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"processed_at" timestamp with time zone,
	CONSTRAINT "webhook_events_provider_event_id_pk" PRIMARY KEY("provider","event_id")
);
--> statement-breakpoint
CREATE TABLE "interaction_totals" (
	"customer_id" uuid NOT NULL,
	"test" boolean NOT NULL,
	"channel" text NOT NULL,
	"kind" text NOT NULL,
	"times" integer NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	CONSTRAINT "interaction_totals_customer_id_test_channel_kind_pk" PRIMARY KEY("customer_id","test","channel","kind")
);
--> statement-breakpoint
CREATE TABLE "interactions" (
	"customer_id" uuid NOT NULL,
	"send_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"channel" text NOT NULL,
	"journey_id" uuid,
	"test" boolean DEFAULT false NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"provider" text NOT NULL,
	"raw_code" text,
	CONSTRAINT "interactions_customer_id_send_id_kind_pk" PRIMARY KEY("customer_id","send_id","kind")
);
--> statement-breakpoint
CREATE TABLE "marketing_cancellations" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"reason" text,
	"origin" text NOT NULL,
	"send_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "marketing_cancellations_customer_id_id_pk" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"journey_id" uuid,
	"journey_message_id" uuid,
	"step" smallint,
	"name" text NOT NULL,
	"channel" text NOT NULL,
	"purpose" text NOT NULL,
	"subject" text,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "messages_customer_id_id_pk" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
CREATE TABLE "send_documents" (
	"customer_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"send_id" uuid NOT NULL,
	CONSTRAINT "send_documents_customer_id_document_id_send_id_pk" PRIMARY KEY("customer_id","document_id","send_id")
);
--> statement-breakpoint
CREATE TABLE "sends" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"journey_id" uuid,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"point_id" uuid,
	"state" text DEFAULT 'queued' NOT NULL,
	"state_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_by" uuid,
	"resend_of" uuid,
	"override_reason" text,
	"test" boolean DEFAULT false NOT NULL,
	"certificate_url" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sends_customer_id_id_pk" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
ALTER TABLE "acceptance_events" ADD CONSTRAINT "acceptance_events_customer_id_acceptance_id_acceptances_customer_id_id_fk" FOREIGN KEY ("customer_id","acceptance_id") REFERENCES "public"."acceptances"("customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptances" ADD CONSTRAINT "acceptances_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptances" ADD CONSTRAINT "acceptances_customer_id_document_id_documents_customer_id_id_fk" FOREIGN KEY ("customer_id","document_id") REFERENCES "public"."documents"("customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_requests" ADD CONSTRAINT "archive_requests_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_requests" ADD CONSTRAINT "archive_requests_customer_id_document_id_documents_customer_id_id_fk" FOREIGN KEY ("customer_id","document_id") REFERENCES "public"."documents"("customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_files" ADD CONSTRAINT "document_files_customer_id_document_id_documents_customer_id_id_fk" FOREIGN KEY ("customer_id","document_id") REFERENCES "public"."documents"("customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_kits" ADD CONSTRAINT "document_kits_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_kits" ADD CONSTRAINT "document_kits_journey_id_journeys_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journeys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_kits" ADD CONSTRAINT "document_kits_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_deleted_by_users_id_fk" FOREIGN KEY ("deleted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_customer_id_kit_id_document_kits_customer_id_id_fk" FOREIGN KEY ("customer_id","kit_id") REFERENCES "public"."document_kits"("customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journey_messages" ADD CONSTRAINT "journey_messages_journey_id_journeys_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journeys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journey_messages" ADD CONSTRAINT "journey_messages_retired_by_users_id_fk" FOREIGN KEY ("retired_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journeys" ADD CONSTRAINT "journeys_retired_by_users_id_fk" FOREIGN KEY ("retired_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journeys" ADD CONSTRAINT "journeys_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interaction_totals" ADD CONSTRAINT "interaction_totals_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interactions" ADD CONSTRAINT "interactions_journey_id_journeys_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journeys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interactions" ADD CONSTRAINT "interactions_customer_id_send_id_sends_customer_id_id_fk" FOREIGN KEY ("customer_id","send_id") REFERENCES "public"."sends"("customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marketing_cancellations" ADD CONSTRAINT "marketing_cancellations_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_journey_id_journeys_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journeys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_journey_message_id_journey_messages_id_fk" FOREIGN KEY ("journey_message_id") REFERENCES "public"."journey_messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "send_documents" ADD CONSTRAINT "send_documents_customer_id_send_id_sends_customer_id_id_fk" FOREIGN KEY ("customer_id","send_id") REFERENCES "public"."sends"("customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sends" ADD CONSTRAINT "sends_journey_id_journeys_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journeys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sends" ADD CONSTRAINT "sends_sent_by_users_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sends" ADD CONSTRAINT "sends_customer_id_message_id_messages_customer_id_id_fk" FOREIGN KEY ("customer_id","message_id") REFERENCES "public"."messages"("customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "acceptances_document" ON "acceptances" USING btree ("customer_id","document_id","id");--> statement-breakpoint
CREATE INDEX "acceptances_expiry" ON "acceptances" USING btree ("expires_at") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "archive_requests_document" ON "archive_requests" USING btree ("customer_id","document_id","id");--> statement-breakpoint
CREATE INDEX "documents_kit" ON "documents" USING btree ("customer_id","kit_id","position");--> statement-breakpoint
CREATE INDEX "journey_messages_journey" ON "journey_messages" USING btree ("journey_id","channel","step");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("due_at","id") WHERE state in ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX "outbox_dead" ON "outbox" USING btree ("id") WHERE state = 'dead';--> statement-breakpoint
CREATE INDEX "outbox_newest" ON "outbox" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "outbox_provider" ON "outbox" USING btree ("provider","provider_id") WHERE provider_id is not null;--> statement-breakpoint
CREATE INDEX "outbox_send" ON "outbox" USING btree ("customer_id","send_id");--> statement-breakpoint
CREATE INDEX "webhook_events_pending" ON "webhook_events" USING btree ("provider","provider_id") WHERE processed_at is null;--> statement-breakpoint
CREATE INDEX "interactions_newest" ON "interactions" USING btree ("customer_id","test","occurred_at","send_id","kind");--> statement-breakpoint
CREATE INDEX "interactions_channel" ON "interactions" USING btree ("customer_id","test","channel","occurred_at","send_id","kind");--> statement-breakpoint
CREATE INDEX "interactions_journey" ON "interactions" USING btree ("customer_id","test","journey_id","occurred_at","send_id","kind");--> statement-breakpoint
CREATE INDEX "send_documents_send" ON "send_documents" USING btree ("customer_id","send_id");--> statement-breakpoint
CREATE INDEX "sends_message" ON "sends" USING btree ("customer_id","message_id","id");