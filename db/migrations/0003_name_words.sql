CREATE TABLE "name_word_pieces" (
	"piece" text collate "C" NOT NULL,
	"word" text collate "C" NOT NULL,
	CONSTRAINT "name_word_pieces_piece_word_pk" PRIMARY KEY("piece","word")
);
--> statement-breakpoint
CREATE TABLE "name_words" (
	"word" text collate "C" PRIMARY KEY NOT NULL,
	"names" integer DEFAULT 0 NOT NULL
);
