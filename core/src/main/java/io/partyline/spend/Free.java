package io.partyline.spend;

/// Counts nothing, and there is always enough.
record Free() implements Expenses {
    @Override
    public void count(Usage usage) {}

    @Override
    public boolean exhausted() {
        return false;
    }
}
