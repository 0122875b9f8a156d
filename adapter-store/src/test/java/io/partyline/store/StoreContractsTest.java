package io.partyline.store;

import io.partyline.port.CallerBook;
import io.partyline.port.Journal;
import io.partyline.port.MessageBook;
import io.partyline.rehearsal.CallerBookContract;
import io.partyline.rehearsal.JournalContract;
import io.partyline.rehearsal.MessageBookContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class StoreContractsTest {
    @Nested
    class OfTheJournal extends JournalContract {
        @TempDir Path folder;
        private SqliteJournal journal;
        private SqliteJournal elsewhere;

        @BeforeEach
        void open() {
            journal = new SqliteJournal(folder);
            elsewhere = new SqliteJournal(folder);
        }

        @AfterEach
        void close() {
            elsewhere.close();
            journal.close();
        }

        @Override
        protected Journal journal() {
            return journal;
        }

        @Override
        protected Journal elsewhere() {
            return elsewhere;
        }
    }

    @Nested
    class OfTheCallerBook extends CallerBookContract {
        @TempDir Path folder;
        private SqliteCallerBook book;

        @BeforeEach
        void open() {
            book = new SqliteCallerBook(folder);
        }

        @AfterEach
        void close() {
            book.close();
        }

        @Override
        protected CallerBook book() {
            return book;
        }
    }

    @Nested
    class OfTheMessages extends MessageBookContract {
        @TempDir Path folder;
        private FolderMessageBook book;

        @BeforeEach
        void open() {
            book = opened();
        }

        private FolderMessageBook opened() {
            return new FolderMessageBook(folder, Decoded::open);
        }

        @Override
        protected MessageBook book() {
            return book;
        }

        @Override
        protected MessageBook again() {
            return opened();
        }
    }
}
