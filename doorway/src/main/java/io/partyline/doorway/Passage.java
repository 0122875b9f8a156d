package io.partyline.doorway;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.spi.ServerConnection;
import java.time.Duration;

/// One connection, from the first byte to the last: the library's, with the visitor known to all
/// that its thread does.
final class Passage implements ServerConnection, InterruptableTask<Void> {
    private final ServerConnection behind;
    private final Visitor visitor;
    private final Visitors visitors;

    Passage(ServerConnection behind, Visitor visitor, Visitors visitors) {
        this.behind = behind;
        this.visitor = visitor;
        this.visitors = visitors;
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        try {
            ScopedValue.where(Visitor.HERE, visitor)
                    .<Void, InterruptedException>call(() -> {
                        behind.handle(limit);
                        return null;
                    });
        } finally {
            visitors.leaves(visitor);
        }
    }

    @Override
    public Duration idleTime() {
        return behind.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
        behind.close(interrupt);
    }

    @Override
    public boolean canInterrupt() {
        return behind instanceof InterruptableTask<?> task && task.canInterrupt();
    }
}
