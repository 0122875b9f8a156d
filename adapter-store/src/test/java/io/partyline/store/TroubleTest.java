package io.partyline.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.files.DiskTrouble;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What the database reports, in the words that a host is told.
class TroubleTest {
    private static final String WHAT = "The journal cannot be written";

    @TempDir Path folder;

    private static SQLException reported(SQLiteErrorCode code) {
        return new SQLiteException("[%s] in the library's words".formatted(code), code);
    }

    private static void assertSaid(SQLiteErrorCode code, String why) {
        assertThat(Trouble.of(WHAT, reported(code))).hasMessage(WHAT + ": " + why);
    }

    @Test
    void aFullDiskIsCalledThat() {
        assertSaid(SQLiteErrorCode.SQLITE_FULL, DiskTrouble.FULL);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH", "SQLITE_READONLY_DIRECTORY"})
    void aDiskThatMayOnlyBeReadIsCalledThat(SQLiteErrorCode code) {
        assertSaid(code, DiskTrouble.READ_ONLY);
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE_CANTOPEN", "SQLITE_CANTOPEN_ISDIR"})
    void aDiskThatIsAwayIsCalledThat(SQLiteErrorCode code) {
        assertSaid(code, DiskTrouble.AWAY);
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE_CORRUPT", "SQLITE_CORRUPT_INDEX", "SQLITE_NOTADB", "SQLITE_ERROR"})
    void aFileThatIsDamagedIsCalledThatAndCanBeRescued(SQLiteErrorCode code) {
        assertSaid(code, "its file is damaged.");
        assertThat(Trouble.damage(reported(code))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE_BUSY", "SQLITE_BUSY_SNAPSHOT", "SQLITE_LOCKED"})
    void anotherProgramIsCalledThatAndIsNoDamage(SQLiteErrorCode code) {
        assertSaid(code, "another program is holding it.");
        assertThat(Trouble.damage(reported(code))).isFalse();
        assertThat(Trouble.refusal(reported(code))).isFalse();
    }

    @Test
    void whatIsKnownOfNobodyIsAnErrorOfTheDisk() {
        assertSaid(SQLiteErrorCode.SQLITE_IOERR_FSYNC, DiskTrouble.SICK);
        assertThat(Trouble.of(WHAT, new SQLException("closed")))
                .hasMessage(WHAT + ": " + DiskTrouble.SICK);
    }

    /// A disk that has no room for the folder either.
    @Test
    void anErrorOfADiskThatHasNoRoomLeftMeansThatItIsFull() {
        SQLException error = reported(SQLiteErrorCode.SQLITE_IOERR_WRITE);
        assertThat(Trouble.of(WHAT, error, folder.resolve("no such disk")))
                .hasMessage(WHAT + ": " + DiskTrouble.FULL)
                .hasCause(error);
        assertThat(Trouble.of(WHAT, error, folder)).hasMessage(WHAT + ": " + DiskTrouble.SICK);
        SQLException busy = reported(SQLiteErrorCode.SQLITE_BUSY);
        assertThat(Trouble.of(WHAT, busy, folder.resolve("no such disk")))
                .hasMessage(WHAT + ": another program is holding it.");
    }
}
