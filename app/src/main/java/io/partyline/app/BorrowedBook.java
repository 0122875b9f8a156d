package io.partyline.app;

import io.partyline.cast.Regular;
import io.partyline.store.SqliteCallerBook;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The caller book while a rehearsal plays: the regulars of the script are in it, and afterwards
/// its own are as they were, so that a rehearsal in a folder with real shows costs nobody a
/// regular.
///
/// Of a rehearsal that was killed, its made-up regulars are known by having called before the first
/// evening. A script calls the cast by their names, so nobody whom a rehearsal has made a regular
/// may stay away from the next one.
record BorrowedBook(Path data, List<Regular> own) {
    static BorrowedBook with(Path data, List<Regular> made) {
        try (var book = new SqliteCallerBook(data)) {
            List<Regular> own =
                    book.regulars().stream().filter(regular -> regular.since() > 0).toList();
            back(book, own);
            made.forEach(book::keep);
            return new BorrowedBook(data, own);
        }
    }

    void giveBack() {
        try (var book = new SqliteCallerBook(data)) {
            back(book, own);
        }
    }

    private static void back(SqliteCallerBook book, List<Regular> own) {
        Set<String> ids = own.stream().map(Regular::id).collect(Collectors.toSet());
        own.forEach(book::keep);
        book.regulars().stream()
                .map(Regular::id)
                .filter(id -> !ids.contains(id))
                .forEach(book::retire);
    }
}
