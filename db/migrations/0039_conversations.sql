CREATE TABLE "conversation_messages" (
	"customer_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"direction" text NOT NULL,
	"author_name" text,
	"author_id" uuid,
	"body" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"source" text,
	"provider_message_id" text collate "C",
	"send_id" uuid,
	CONSTRAINT "conversation_messages_customer_id_conversation_id_number_pk" PRIMARY KEY("customer_id","conversation_id","number")
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel" text NOT NULL,
	"address" text,
	"point_id" uuid,
	"subject" text,
	"source" text NOT NULL,
	"thread_key" text collate "C",
	"attributes" jsonb DEFAULT '{}' NOT NULL,
	"message_count" integer DEFAULT 0 NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"last_message_at" timestamp with time zone NOT NULL,
	"last_in_at" timestamp with time zone,
	"last_out_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversations_customer_id_id_pk" PRIMARY KEY("customer_id","id"),
	CONSTRAINT "conversations_closed" CHECK ((closed_at is null) = (closed_by is null))
);
--> statement-breakpoint
CREATE TABLE "inbound_events" (
	"source" text NOT NULL,
	"event_id" text collate "C" NOT NULL,
	"id" uuid NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"unassigned" text,
	"content" jsonb,
	CONSTRAINT "inbound_events_source_event_id_pk" PRIMARY KEY("source","event_id"),
	CONSTRAINT "inbound_events_id_unique" UNIQUE("id"),
	CONSTRAINT "inbound_events_content" CHECK ((unassigned is null) = (content is null))
);
--> statement-breakpoint
ALTER TABLE "conversation_messages" ADD CONSTRAINT "conversation_messages_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_messages" ADD CONSTRAINT "conversation_messages_customer_id_conversation_id_conversations_customer_id_id_fk" FOREIGN KEY ("customer_id","conversation_id") REFERENCES "public"."conversations"("customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_closed_by_users_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversation_messages_order" ON "conversation_messages" USING btree ("customer_id","conversation_id","occurred_at","number");--> statement-breakpoint
CREATE UNIQUE INDEX "conversation_messages_provider" ON "conversation_messages" USING btree ("customer_id","source","provider_message_id") WHERE provider_message_id is not null;--> statement-breakpoint
CREATE INDEX "conversations_latest" ON "conversations" USING btree ("customer_id","last_message_at","id");--> statement-breakpoint
CREATE INDEX "conversations_opened" ON "conversations" USING btree ("customer_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "conversations_thread" ON "conversations" USING btree ("source","thread_key") WHERE thread_key is not null;--> statement-breakpoint
CREATE INDEX "inbound_events_received" ON "inbound_events" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "inbound_events_unassigned" ON "inbound_events" USING btree ("id") WHERE unassigned is not null;