package io.partyline.llm;

import io.partyline.port.LanguageModel;
import io.partyline.rehearsal.LanguageModelContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class HttpModelContractTest extends LanguageModelContract {
    private final List<Provider> providers = new ArrayList<>();

    @Override
    protected LanguageModel saying(String text) {
        return at(Provider.saying("stop", text.split("(?<= )")));
    }

    @Override
    protected LanguageModel cutShort(String text) {
        return at(Provider.saying("length", text.split("(?<= )")));
    }

    @Override
    protected LanguageModel failing() {
        try {
            return at(Provider.refusing(503, "{}"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LanguageModel at(Provider provider) {
        providers.add(provider);
        return Models.at(provider.base());
    }

    @AfterEach
    void closeEveryDoor() throws IOException {
        for (Provider provider : providers) {
            provider.close();
        }
    }
}
