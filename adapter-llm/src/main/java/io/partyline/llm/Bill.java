package io.partyline.llm;

import io.partyline.spend.Expenses;
import io.partyline.spend.Unit;
import io.partyline.spend.Usage;

/// What one answer has used: what the server counted, or an estimate where it does not say, as for
/// an answer that was cut off. Counted once. Safe for use by many threads.
final class Bill {
    /// A token is about four characters of English, by the providers' own rule of thumb.
    private static final int CHARACTERS_A_TOKEN = 4;

    private final Expenses expenses;
    private final String provider;
    private final String model;
    private final long sent;
    private long received;
    private Tokens told = Tokens.UNTOLD;
    private boolean settled;

    /// @param sent characters of the question
    Bill(Expenses expenses, String provider, String model, long sent) {
        this.expenses = expenses;
        this.provider = provider;
        this.model = model;
        this.sent = sent;
    }

    synchronized void received(int characters) {
        received += characters;
    }

    synchronized void told(Tokens tokens) {
        told = told.or(tokens);
    }

    /// The answer is over.
    synchronized void settle() {
        if (settled) {
            return;
        }
        settled = true;
        count(Unit.INPUT_TOKENS, told.input(), sent);
        count(Unit.OUTPUT_TOKENS, told.output(), received);
    }

    private void count(Unit unit, long tokens, long characters) {
        long estimate = (characters + CHARACTERS_A_TOKEN - 1) / CHARACTERS_A_TOKEN;
        expenses.count(new Usage(provider, model, unit, tokens < 0 ? estimate : tokens));
    }
}
