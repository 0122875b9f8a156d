package io.partyline.http;

import io.partyline.port.ControlRoom.Spent;
import io.partyline.spend.Dollars;
import io.partyline.spend.Spending;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What models and voices have cost this show.
record SpendRoutes(Control control) {
    /// To a millionth of a dollar.
    private static final int PLACES = 6;

    record Bill(
            BigDecimal dollars,
            Optional<BigDecimal> cap,
            boolean warned,
            boolean exhausted,
            List<String> unpriced,
            List<Provider> providers) {}

    /// @param units how many of each unit
    record Provider(String provider, BigDecimal dollars, Map<String, Long> units) {}

    void into(Routes routes) {
        routes.get("/api/spend", _ -> bill(control.room().spent()));
    }

    private static Bill bill(Spent spent) {
        return new Bill(
                plain(spent.spending().total()),
                spent.cap().map(SpendRoutes::plain),
                spent.warned(),
                spent.exhausted(),
                spent.unpriced(),
                spent.spending().byProvider().entrySet().stream()
                        .map(sum ->
                                new Provider(
                                        sum.getKey(),
                                        plain(sum.getValue()),
                                        units(spent.spending(), sum.getKey())))
                        .toList());
    }

    private static Map<String, Long> units(Spending spending, String provider) {
        var units = new LinkedHashMap<String, Long>();
        spending.rows().stream()
                .filter(row -> row.provider().equals(provider))
                .forEach(
                        row -> units.put(row.unit().name().toLowerCase(Locale.ROOT), row.amount()));
        return units;
    }

    private static BigDecimal plain(Dollars dollars) {
        return dollars.amount().setScale(PLACES, RoundingMode.HALF_UP);
    }
}
