ALTER TABLE "once_keys" RENAME TO "idempotency_keys";--> statement-breakpoint
ALTER INDEX "once_keys_done" RENAME TO "idempotency_keys_done";--> statement-breakpoint
ALTER INDEX "once_keys_pkey" RENAME TO "idempotency_keys_pkey";
