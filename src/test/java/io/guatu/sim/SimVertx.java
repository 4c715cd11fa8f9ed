package io.guatu.sim;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Timer;
import io.vertx.core.Vertx;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Timers and work beside the event loop, on the town's time. What a node that was killed still meant to do never happens. */
final class SimVertx {
    private final Timeline time;
    private final Set<Long> timers = new HashSet<>();
    private boolean dead;
    private long next;

    SimVertx(Timeline time) {
        this.time = time;
    }

    void kill() {
        dead = true;
    }

    Vertx vertx() {
        return proxy(Vertx.class, this::call);
    }

    private Object call(Method method, Object[] given) {
        return switch (method.getName()) {
            case "setTimer" -> timer((long) given[0], given[1], false);
            case "setPeriodic" -> timer((long) given[0], given[1], true);
            case "cancelTimer" -> timers.remove((Long) given[0]);
            case "timer" -> pause(((TimeUnit) given[1]).toMillis((long) given[0]));
            case "getOrCreateContext" -> context();
            case "executeBlocking" -> beside((Callable<?>) given[0]);
            default -> throw new UnsupportedOperationException("a simulated node has no " + method);
        };
    }

    @SuppressWarnings("unchecked")
    private long timer(long millis, Object handler, boolean again) {
        long id = ++next;
        timers.add(id);
        ring(id, millis, (Handler<Long>) handler, again);
        return id;
    }

    private void ring(long id, long millis, Handler<Long> handler, boolean again) {
        time.after(millis, () -> {
            if (dead || !timers.contains(id)) {
                return;
            }
            if (again) {
                ring(id, millis, handler, true);
            } else {
                timers.remove(id);
            }
            handler.handle(id);
        });
    }

    private Timer pause(long millis) {
        Promise<Void> passed = Promise.promise();
        time.after(millis, () -> {
            if (!dead) {
                passed.complete();
            }
        });
        return proxy(Timer.class, (method, given) -> {
            try {
                return method.invoke(passed.future(), given);
            } catch (InvocationTargetException | IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private Context context() {
        return proxy(Context.class, (method, given) -> {
            if (!method.getName().equals("runOnContext")) {
                throw new UnsupportedOperationException("a simulated node has no " + method);
            }
            time.after(0, () -> {
                if (!dead) {
                    ((Handler<Void>) given[0]).handle(null);
                }
            });
            return null;
        });
    }

    private Future<?> beside(Callable<?> work) {
        Promise<Object> done = Promise.promise();
        time.within(0, time.chance(0.2) ? 1_500 : 80, () -> {
            if (dead) {
                return;
            }
            try {
                done.complete(work.call());
            } catch (Exception fault) {
                done.fail(fault);
            }
        });
        return done.future();
    }

    private interface Call {
        Object to(Method method, Object[] given);
    }

    private static <T> T proxy(Class<T> of, Call call) {
        return of.cast(Proxy.newProxyInstance(
                of.getClassLoader(), new Class<?>[] {of}, (self, method, given) -> call.to(method, given)));
    }
}
