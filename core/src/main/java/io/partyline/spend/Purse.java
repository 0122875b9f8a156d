package io.partyline.spend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a show may spend, and what it has spent.
///
/// What is counted is also kept as rows that are still to be written into the show's journal
/// ([#unwritten]), so that a show that goes on after a crash goes on with its bill. Safe for use by
/// many threads at once; never blocks for longer than an addition takes.
public final class Purse implements Expenses {
    /// From which part of the cap on the host is warned, in percent.
    private static final int WARNING = 80;

    /// Names without a price that are told to the host.
    private static final int MOST_NAMES = 20;

    private final Dollars cap;
    private final Prices prices;

    // Guarded by this.
    private final Set<String> unpriced = new TreeSet<>();
    private Spending spending = Spending.NONE;
    private Spending unwritten = Spending.NONE;

    /// An empty bill.
    ///
    /// @param cap dollars a show; [Dollars#NO_LIMIT] for none
    public Purse(Dollars cap, Prices prices) {
        this.cap = cap;
        this.prices = prices;
    }

    /// A purse that is never empty.
    public static Purse withoutCap(Prices prices) {
        return new Purse(Dollars.NO_LIMIT, prices);
    }

    @Override
    public synchronized void count(Usage usage) {
        Optional<Dollars> price = prices.of(usage);
        if (price.isEmpty() && unpriced.size() < MOST_NAMES) {
            unpriced.add(usage.model());
        }
        var row =
                new Spending.Row(
                        usage.provider(), usage.unit(), usage.amount(), price.orElse(Dollars.NONE));
        spending = spending.plus(row);
        unwritten = unwritten.plus(row);
    }

    @Override
    public synchronized boolean exhausted() {
        return !cap.equals(Dollars.NO_LIMIT) && spending.total().compareTo(cap) >= 0;
    }

    /// Whether four fifths of the cap are spent.
    public synchronized boolean warned() {
        return !cap.equals(Dollars.NO_LIMIT)
                && spending.total().nanos() >= cap.nanos() / 100 * WARNING;
    }

    /// What a show may spend; empty if that does not matter.
    public Optional<Dollars> cap() {
        return Optional.of(cap).filter(most -> !most.equals(Dollars.NO_LIMIT));
    }

    /// Everything so far.
    public synchronized Spending spending() {
        return spending;
    }

    /// All of it, in dollars.
    public Dollars spent() {
        return spending().total();
    }

    /// What each provider gets.
    public Map<String, Dollars> byProvider() {
        return spending().byProvider();
    }

    /// Names that no price fits, so that what they cost is not in the sum.
    public synchronized List<String> unpriced() {
        return List.copyOf(unpriced);
    }

    /// Hands over what has been counted since the last time, for the journal.
    public synchronized List<Spending.Row> unwritten() {
        List<Spending.Row> rows = unwritten.rows();
        unwritten = Spending.NONE;
        return rows;
    }

    /// A show begins, or goes on after a restart.
    ///
    /// @param before what its journal says that it has spent; nothing for a new one
    public synchronized void begin(Spending before) {
        spending = before;
        unwritten = Spending.NONE;
    }

    /// What the host is told when nothing more is asked.
    public String reached() {
        return "The spending cap of this show (%s) is reached: AI callers are silent, the show goes on."
                .formatted(cap);
    }

    /// How things stand, in a sentence; empty while there is nothing to worry about.
    public synchronized Optional<String> trouble() {
        if (exhausted()) {
            return Optional.of(reached());
        }
        return warned()
                ? Optional.of("%s of %s are spent.".formatted(spending.total(), cap))
                : Optional.empty();
    }

    /// How things stand, in words for the host.
    public synchronized String summary() {
        var words = new ArrayList<String>();
        words.add(
                cap().map(most -> "%s of %s are spent.".formatted(spending.total(), most))
                        .orElse("%s are spent.".formatted(spending.total())));
        if (!unpriced.isEmpty()) {
            words.add("No price is known for %s.".formatted(String.join(", ", unpriced)));
        }
        return String.join(" ", words);
    }
}
