using System.Globalization;
using Cradle.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.Audit;

/// <summary>What people call a record that the audit log knows by its id.</summary>
/// <param name="Number">Its number, or its short title.</param>
/// <param name="Page">The page on which whose record it is reads it, <c>~/births/cases/…</c>; null where they have none.</param>
public sealed record RecordName(string Number, string? Page);

/// <summary>A record with what it is called.</summary>
public sealed class NumberedRecord
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    /// <summary>The record whose page shows it: itself, or what it is a part of.</summary>
    public Guid Opens { get; init; }
}

/// <summary>Where the records of one kind are found with their numbers.</summary>
/// <param name="Kind">The kind, as the log writes it.</param>
/// <param name="Records">All of them; what is asked for is picked by the database.</param>
/// <param name="Page">The page on which whose record it is reads it, with <c>{0}</c> for its id; null where they have none.</param>
public sealed record RecordSource(string Kind, Func<PlatformDbContext, IQueryable<NumberedRecord>> Records, string? Page = null);

/// <summary>Registration of numbers by modules.</summary>
public static class RecordNameRegistration
{
    public static IServiceCollection AddRecordNames(this IServiceCollection services, string kind, Func<PlatformDbContext, IQueryable<NumberedRecord>> records, string? page = null) =>
        services.AddSingleton(new RecordSource(kind, records, page));
}

/// <summary>Gives the records of audit entries the numbers that people know them by.</summary>
public sealed class RecordNames(PlatformDbContext database, IEnumerable<RecordSource> sources)
{
    /// <summary>The names of those that have one; a record that is gone has none.</summary>
    public async Task<IReadOnlyDictionary<AuditSubject, RecordName>> OfAsync(IEnumerable<AuditSubject> subjects, CancellationToken cancellationToken = default)
    {
        var names = new Dictionary<AuditSubject, RecordName>();
        foreach (var kind in subjects.GroupBy(subject => subject.Type))
        {
            foreach (var source in sources.Where(source => source.Kind == kind.Key))
            {
                var ids = kind.Select(subject => subject.Id).Distinct().ToList();
                foreach (var record in await source.Records(database).Where(record => ids.Contains(record.Id)).ToListAsync(cancellationToken))
                {
                    names[new AuditSubject(source.Kind, record.Id)] = new RecordName(record.Number, source.Page is { } page ? string.Format(CultureInfo.InvariantCulture, page, record.Opens) : null);
                }
            }
        }

        return names;
    }

    /// <summary>The records that somebody means who types a number.</summary>
    public async Task<IReadOnlyList<Guid>> FindAsync(string number, CancellationToken cancellationToken = default)
    {
        var found = new List<Guid>();
        foreach (var source in sources)
        {
            found.AddRange(await source.Records(database).Where(record => record.Number == number).Select(record => record.Id).ToListAsync(cancellationToken));
        }

        return found;
    }
}
