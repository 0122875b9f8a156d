package io.partyline.spend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What has been spent: one row for each provider and unit.
public record Spending(List<Row> rows) {
    /// Nothing yet.
    public static final Spending NONE = new Spending(List.of());

    public Spending {
        rows = List.copyOf(rows);
    }

    /// What one provider was used for, and what that costs.
    public record Row(String provider, Unit unit, long amount, Dollars cost) {
        private boolean isLike(Row other) {
            return provider.equals(other.provider) && unit == other.unit;
        }

        private Row plus(Row more) {
            return new Row(provider, unit, amount + more.amount, cost.plus(more.cost));
        }
    }

    /// The sums with one more row in them.
    public Spending plus(Row more) {
        var sums = new ArrayList<>(rows);
        for (int i = 0; i < sums.size(); i++) {
            if (sums.get(i).isLike(more)) {
                sums.set(i, sums.get(i).plus(more));
                return new Spending(sums);
            }
        }
        sums.add(more);
        return new Spending(sums);
    }

    /// All of it.
    public Dollars total() {
        return rows.stream().map(Row::cost).reduce(Dollars.NONE, Dollars::plus);
    }

    /// What each provider gets, in the order in which they were first used.
    public Map<String, Dollars> byProvider() {
        var sums = new LinkedHashMap<String, Dollars>();
        rows.forEach(row -> sums.merge(row.provider(), row.cost(), Dollars::plus));
        return sums;
    }
}
