using Cradle.Rules.Packs;
using Cradle.Rules.Populations.Files;

namespace Cradle.Cli.Populations;

/// <summary>Writes a population where the name of the output says how.</summary>
internal static class PopulationOutput
{
    /// <summary>Writes every family; what is there already is not overwritten.</summary>
    public static long Write(string path, PopulationSource source, Vocabulary vocabulary, CancellationToken cancellation = default)
    {
        if (File.Exists(Path.Combine(path, CsvFiles.FamiliesName)) || File.Exists(path))
            throw new UsageException($"{path} is there already. Name another, or take it away.");
        long families = 0;
        if (path.EndsWith(ColumnFile.Ending, StringComparison.Ordinal))
            return WriteColumns(path, source, vocabulary, cancellation);
        using var writer = new CsvPopulationWriter(path, vocabulary, source.Header);
        foreach (var record in source.Read(vocabulary, cancellation))
        {
            writer.Write(record);
            families++;
        }

        writer.Complete();
        return families;
    }

    private static long WriteColumns(string path, PopulationSource source, Vocabulary vocabulary, CancellationToken cancellation)
    {
        long families = 0;
        using var writer = new ColumnPopulationWriter(path, vocabulary, source.Header);
        foreach (var record in source.Read(vocabulary, cancellation))
        {
            writer.Write(record);
            families++;
        }

        writer.Complete();
        return families;
    }
}
