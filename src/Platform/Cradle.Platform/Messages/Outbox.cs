using System.Diagnostics;
using System.Text.Json;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;

namespace Cradle.Platform.Messages;

/// <summary>Sends messages: they leave with the next save, or not at all.</summary>
public sealed class Outbox(PlatformDbContext database, MessageCatalogue catalogue, ProcessScope process, MessageIds ids, TimeProvider time)
{
    /// <summary>Adds a message to the next save.</summary>
    /// <param name="message">Its content; carries ids, not personal data.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="after">How long it waits before it is delivered; not at all unless told.</param>
    /// <exception cref="InvalidOperationException">No name is registered for its type.</exception>
    public void Publish(object message, Guid subject, TimeSpan? after = null)
    {
        var now = time.GetUtcNow();
        database.Outbox.Add(new OutboxMessage
        {
            Id = ids.Next(now),
            Name = catalogue.NameOf(message.GetType()),
            Body = JsonSerializer.Serialize(message, message.GetType(), JsonSerializerOptions.Web),
            SubjectId = subject,
            Correlation = process.Current.Correlation,
            Process = process.Current.Process,
            TraceParent = Activity.Current is { IdFormat: ActivityIdFormat.W3C } span ? span.Id : null,
            Created = now,
            NotBefore = now + (after ?? TimeSpan.Zero),
        });
    }
}
