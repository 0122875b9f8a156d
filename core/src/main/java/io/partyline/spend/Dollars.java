package io.partyline.spend;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An amount of money. One token may cost less than a millionth of a dollar, so it is counted in
/// billionths.
///
/// @param nanos billionths of a dollar, 0 or more
public record Dollars(long nanos) implements Comparable<Dollars> {
    /// Nothing.
    public static final Dollars NONE = new Dollars(0);

    /// More than a show can cost.
    public static final Dollars NO_LIMIT = new Dollars(Long.MAX_VALUE);

    private static final int PLACES = 9;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    public Dollars {
        if (nanos < 0) {
            throw new IllegalArgumentException("money is spent here and not earned");
        }
    }

    /// An amount as somebody typed it, such as `10.00` or `$10`.
    ///
    /// @throws IllegalArgumentException if it is none; the sentence says what would be right
    public static Dollars of(String typed) {
        String digits = typed.strip().replaceFirst("^\\$\\s*", "");
        if (digits.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            var amount = new BigDecimal(digits);
            if (amount.compareTo(MOST) <= 0) {
                return new Dollars(amount.movePointRight(PLACES).longValueExact());
            }
        }
        throw new IllegalArgumentException("should be an amount of dollars, such as 10.00.");
    }

    /// Both together; what is too much to be counted is [#NO_LIMIT].
    public Dollars plus(Dollars more) {
        long sum = nanos + more.nanos;
        return sum < 0 ? NO_LIMIT : new Dollars(sum);
    }

    /// The amount as a number.
    public BigDecimal amount() {
        return BigDecimal.valueOf(nanos, PLACES);
    }

    @Override
    public int compareTo(Dollars other) {
        return Long.compare(nanos, other.nanos);
    }

    /// As a host reads it, to the cent.
    @Override
    public String toString() {
        return "$" + amount().setScale(2, RoundingMode.HALF_UP);
    }
}
