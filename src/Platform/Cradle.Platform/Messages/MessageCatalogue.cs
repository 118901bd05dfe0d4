using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.Messages;

/// <summary>The messages that exist, by their stable name, and who handles them.</summary>
public sealed class MessageCatalogue
{
    private readonly Dictionary<string, Type> types = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, string> names = [];
    private readonly HashSet<string> oneByOne = [];
    private readonly List<MessageRoute> routes = [];

    internal MessageCatalogue(IEnumerable<MessageName> known, IEnumerable<MessageRoute> handlers)
    {
        foreach (var (name, type, alone) in known)
        {
            if (!types.TryAdd(name, type) || !names.TryAdd(type, name))
            {
                throw new InvalidOperationException($"The message {name} or its type {type.Name} is registered twice.");
            }

            if (alone)
            {
                oneByOne.Add(name);
            }
        }

        foreach (var route in handlers)
        {
            if (!names.ContainsKey(route.Message) || routes.Exists(other => other.Handler == route.Handler))
            {
                throw new InvalidOperationException($"The handler {route.Handler} is registered twice, or for {route.Message.Name}, which has no name.");
            }

            routes.Add(route);
        }
    }

    internal string NameOf(Type message) =>
        names.GetValueOrDefault(message) ?? throw new InvalidOperationException($"{message.Name} is no message: register it with AddMessage.");

    /// <summary>What a message goes in order with: those about the same thing, or all of its name.</summary>
    internal (string Name, bool IsShared) LaneOf(OutboxMessage message) => oneByOne.Contains(message.Name) ? (message.Name, true) : (message.SubjectId.ToString("N"), false);

    internal IEnumerable<MessageRoute> RoutesOf(string name) =>
        types.TryGetValue(name, out var type)
            ? routes.Where(route => route.Message == type)
            : throw new InvalidOperationException($"No message is called {name}: a newer version of the product sent it, or its registration was removed.");
}

/// <summary>A message, its stable name, and whether all of the name go one after the other.</summary>
internal sealed record MessageName(string Name, Type Type, bool OneByOne = false);

/// <summary>One handler of one message, by its stable name.</summary>
internal sealed record MessageRoute(string Handler, Type Message, Func<IServiceProvider, string, CancellationToken, Task> HandleAsync);

/// <summary>Registration of messages and handlers.</summary>
public static class MessageRegistration
{
    /// <summary>Names a message; the name stays when the type moves.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The stable name.</param>
    /// <param name="oneByOne">Whether a node delivers all of them one after the other, because what they change is shared by all that they are about.</param>
    public static IServiceCollection AddMessage<TMessage>(this IServiceCollection services, string name, bool oneByOne = false) =>
        services.AddSingleton(new MessageName(name, typeof(TMessage), oneByOne));

    /// <summary>Adds a handler of a message, under a stable name of its own.</summary>
    public static IServiceCollection AddMessageHandler<TMessage, THandler>(this IServiceCollection services, string name)
        where THandler : class, IMessageHandler<TMessage> =>
        services.AddScoped<THandler>().AddSingleton(new MessageRoute(name, typeof(TMessage), (scope, body, cancellationToken) =>
            scope.GetRequiredService<THandler>().HandleAsync(JsonSerializer.Deserialize<TMessage>(body, JsonSerializerOptions.Web)!, cancellationToken)));
}
