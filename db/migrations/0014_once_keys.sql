CREATE TABLE "once_keys" (
	"key" "bytea" PRIMARY KEY NOT NULL,
	"value" jsonb,
	"done_at" timestamp with time zone NOT NULL
);
