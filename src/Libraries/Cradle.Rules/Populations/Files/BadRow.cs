using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations.Files;

/// <summary>What happens when a row of a population is wrong.</summary>
public enum OnBadRows
{
    /// <summary>Nothing is answered: the first bad row ends the reading.</summary>
    Stop,

    /// <summary>The family of the row is left out, and the row reported.</summary>
    Skip,
}

/// <summary>One row that cannot be used.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1, as an editor counts.</param>
/// <param name="Column">The column of the table, from 1; 0 for the row as a whole.</param>
/// <param name="Field">What the column is called.</param>
/// <param name="Reason">What is wrong. The value itself is not repeated: it may be somebody's.</param>
/// <param name="Remedy">How to mend it.</param>
public sealed record BadRow(string File, long Line, int Column, string Field, Bilingual Reason, Bilingual Remedy)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}({Line}{(Column > 0 ? $",{Column}" : "")}): {Field}{(Field.Length > 0 ? ": " : "")}{Reason.En} {Remedy.En}";
}

/// <summary>Takes bad rows as they are found: counts them, passes each on, and stops the reading where that is wanted. Keeps none in memory.</summary>
public sealed class BadRowLog(OnBadRows policy, Action<BadRow>? report = null)
{
    /// <summary>What happens when a row is wrong.</summary>
    public OnBadRows Policy => policy;

    /// <summary>How many rows were wrong.</summary>
    public long Rows { get; private set; }

    /// <summary>How many families were left out.</summary>
    public long Families { get; internal set; }

    /// <summary>Reports a row.</summary>
    /// <exception cref="BadRowsException">A bad row stops the reading.</exception>
    public void Add(BadRow row)
    {
        Rows++;
        report?.Invoke(row);
        if (policy == OnBadRows.Stop)
            throw new BadRowsException(row);
    }
}

/// <summary>A bad row stopped the reading; nothing was answered.</summary>
public sealed class BadRowsException(BadRow row) : IOException($"{row}{Environment.NewLine}A row is wrong, so nothing was answered. Mend it, or leave its family out with --on-bad-rows skip.")
{
    /// <summary>The row.</summary>
    public BadRow Row => row;
}

/// <summary>A population file that cannot be used as a whole: wrong header, truncated, not in order, damaged.</summary>
public sealed class PopulationFileException(string file, long line, string reason, string remedy) : IOException($"{file}{(line > 0 ? $"({line})" : "")}: {reason} {remedy}");
