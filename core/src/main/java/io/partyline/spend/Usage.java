package io.partyline.spend;

/// What one question to a provider has used, in one unit.
///
/// @param provider who sends the bill, as the host knows it, such as `api.example.org`
/// @param model what was asked there
public record Usage(String provider, String model, Unit unit, long amount) {
    public Usage {
        if (provider.isBlank() || amount < 0) {
            throw new IllegalArgumentException("somebody is paid, and nobody pays us");
        }
    }
}
