package io.partyline.carrier.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The calls of the account, oldest first; the oldest that are over are forgotten when there are
/// many.
///
/// Safe for use by many threads at once.
public final class Calls {
    private static final int KEPT = 5_000;

    private final Map<String, PhoneCall> bySid = new LinkedHashMap<>();

    public synchronized void add(PhoneCall call) {
        bySid.put(call.sid(), call);
        if (bySid.size() > KEPT) {
            all().stream()
                    .filter(old -> old.ending().isPresent())
                    .findFirst()
                    .ifPresent(old -> bySid.remove(old.sid()));
        }
    }

    public synchronized Optional<PhoneCall> find(String sid) {
        return Optional.ofNullable(bySid.get(sid));
    }

    public synchronized List<PhoneCall> all() {
        return new ArrayList<>(bySid.values());
    }
}
