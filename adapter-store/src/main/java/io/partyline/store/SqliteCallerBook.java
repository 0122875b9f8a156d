package io.partyline.store;

import io.partyline.cast.Regular;
import io.partyline.port.CallerBook;
import io.partyline.port.JournalException;
import io.partyline.show.Acquaintance;
import io.partyline.show.EarlierCall;
import io.partyline.show.ShowId;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The caller book, in the same file as the journal, on a connection of its own under a guard. Each
/// change is one transaction.
public final class SqliteCallerBook implements CallerBook, AutoCloseable {
    private static final String OPEN = "The caller book cannot be opened";
    private static final String UNREAD = "The caller book cannot be read";
    private static final String UNWRITTEN = "The caller book cannot be written";

    static final String INSERT =
            "insert into ban (fingerprint, since) values (?, ?) on conflict do nothing";

    private static final String COLUMNS =
            "select c.fingerprint, c.body, b.fingerprint is not null from"
                    + " (select fingerprint, body, last from caller union all"
                    + " select fingerprint, '', '' from ban where fingerprint not in"
                    + " (select fingerprint from caller)) c left join ban b using (fingerprint)";

    private final Connection connection;
    private final Rows rows;

    /// Opens the book, and makes it if there is none.
    ///
    /// @param folder the data folder
    /// @throws JournalException if it cannot be opened
    public SqliteCallerBook(Path folder) {
        try {
            connection = Database.open(folder, Database.FILE);
        } catch (SQLException e) {
            throw Trouble.of(OPEN, e);
        } catch (IOException e) {
            throw Trouble.of(OPEN, e);
        }
        rows = new Rows(connection);
    }

    @Override
    public synchronized Set<String> banned() {
        return new HashSet<>(
                rows.read(UNREAD, "select fingerprint from ban", row -> row.getString(1)));
    }

    @Override
    public synchronized void ban(String fingerprint, Instant at) {
        rows.write(UNWRITTEN, INSERT, known(fingerprint), at.toString());
    }

    @Override
    public synchronized void allow(String fingerprint) {
        rows.write(UNWRITTEN, "delete from ban where fingerprint = ?", known(fingerprint));
    }

    @Override
    public synchronized Optional<Entry> find(String fingerprint) {
        return rows
                .read(
                        UNREAD,
                        COLUMNS + " where c.fingerprint = ?",
                        SqliteCallerBook::entry,
                        known(fingerprint))
                .stream()
                .findFirst();
    }

    @Override
    public synchronized List<Entry> callers() {
        return rows.read(
                UNREAD,
                COLUMNS + " order by c.last desc, c.fingerprint limit " + MOST_SHOWN,
                SqliteCallerBook::entry);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String body = row.getString(2);
        return new Entry(
                row.getString(1),
                row.getBoolean(3),
                body.isEmpty() ? Acquaintance.STRANGER : BookJson.caller(body));
    }

    @Override
    public synchronized void remember(String fingerprint, EarlierCall call, String called) {
        put(fingerprint, who(fingerprint).after(call, called));
    }

    @Override
    public synchronized void write(String fingerprint, Acquaintance who) {
        put(fingerprint, who(fingerprint).with(who.name(), who.vip(), who.notes(), who.mention()));
    }

    private Acquaintance who(String fingerprint) {
        return find(fingerprint).map(Entry::who).orElse(Acquaintance.STRANGER);
    }

    private void put(String fingerprint, Acquaintance who) {
        rows.write(
                UNWRITTEN,
                "insert into caller (fingerprint, body, last) values (?, ?, ?) on conflict"
                        + " (fingerprint) do update set body = excluded.body, last = excluded.last",
                known(fingerprint),
                BookJson.text(who),
                who.lastCall().map(EarlierCall::at).map(Instant::toString).orElse(""));
    }

    @Override
    public synchronized void forget(String fingerprint) {
        rows.write(UNWRITTEN, "delete from caller where fingerprint = ?", known(fingerprint));
        rows.write(UNWRITTEN, "delete from ban where fingerprint = ?", fingerprint);
        Scrubbing.of(connection);
    }

    private static String known(String fingerprint) {
        if (fingerprint.isBlank()) {
            throw new IllegalArgumentException("a withheld number is nobody's");
        }
        return fingerprint;
    }

    @Override
    public synchronized List<Regular> regulars() {
        return rows.read(
                UNREAD,
                "select body from regular order by id",
                row -> BookJson.regular(row.getString(1)));
    }

    @Override
    public synchronized void keep(Regular regular) {
        rows.write(
                UNWRITTEN,
                "insert into regular (id, body) values (?, ?) on conflict (id) do update set body ="
                        + " excluded.body",
                regular.id(),
                BookJson.text(regular));
    }

    @Override
    public synchronized void retire(String id) {
        rows.write(UNWRITTEN, "delete from regular where id = ?", id);
    }

    @Override
    public synchronized long evening(ShowId show) {
        rows.write(
                UNWRITTEN,
                "insert into evening (show, number) select ?, (select coalesce(max(number), 0) + 1"
                        + " from evening) where not exists (select 1 from evening where show = ?)",
                show.value(),
                show.value());
        return rows.read(
                        UNREAD,
                        "select number from evening where show = ?",
                        row -> row.getLong(1),
                        show.value())
                .getFirst();
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Trouble.of("The caller book could not be closed", e);
        }
    }
}
