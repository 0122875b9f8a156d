package io.partyline.carrier.office;

import io.partyline.carrier.plan.PhoneNumber;
import java.util.function.UnaryOperator;

/// The customer's number as it is set up at this moment. Whoever dials next gets it so; calls that
/// are going on keep what they began with.
///
/// Safe for use by many threads at once.
public final class Subscription {
    private final String sid;
    private PhoneNumber number;

    public Subscription(String sid, PhoneNumber number) {
        this.sid = sid;
        this.number = number;
    }

    /// The id of the number, `PN` and 32 hexadecimal digits.
    public String sid() {
        return sid;
    }

    /// How it is set up now.
    public synchronized PhoneNumber number() {
        return number;
    }

    /// Sets it up differently.
    public synchronized void change(UnaryOperator<PhoneNumber> change) {
        number = change.apply(number);
    }
}
