package io.partyline.store;

import io.partyline.rehearsal.Victim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A program that carries copies of a journal over to the form of today, one after the other, and
/// promises the number of each when it begins with it. Tests run it in a process of its own, to
/// kill it.
final class KilledCarrier {
    private KilledCarrier() {}

    /// Where a copy lies.
    static Path copy(Path folder, long number) {
        return folder.resolve("copy-" + number);
    }

    /// Carries over until it is killed.
    ///
    /// @param args the data folder
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        for (long number = 1; true; number++) {
            Path copy = Files.createDirectories(copy(folder, number));
            Files.copy(folder.resolve(SqliteJournal.FILE), copy.resolve(SqliteJournal.FILE));
            Victim.promise(number);
            new SqliteJournal(copy).close();
        }
    }
}
