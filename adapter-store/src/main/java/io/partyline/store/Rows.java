package io.partyline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Reads and writes rows of a connection. For one thread at a time.
///
/// Each write is a transaction of its own.
record Rows(Connection connection) {
    /// Makes a value of a row.
    @FunctionalInterface
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// @param wrong what is said if that cannot be done
    <T> List<T> read(String wrong, String sql, Reading<T> reading, String... values) {
        try (PreparedStatement select = prepared(sql, values);
                ResultSet rows = select.executeQuery()) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(reading.read(rows));
            }
            return List.copyOf(found);
        } catch (SQLException e) {
            throw Trouble.of(wrong, e);
        }
    }

    /// @param wrong what is said if that cannot be done
    void write(String wrong, String sql, String... values) {
        try (PreparedStatement change = prepared(sql, values)) {
            change.executeUpdate();
        } catch (SQLException e) {
            throw Trouble.of(wrong, e);
        }
    }

    private PreparedStatement prepared(String sql, String... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }
}
