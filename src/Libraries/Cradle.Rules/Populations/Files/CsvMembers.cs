using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations.Files;

/// <summary>The tables beside the families.</summary>
internal sealed class CsvMembers : IDisposable
{
    public CsvMembers(CsvFiles files, Vocabulary vocabulary, CellReader cells, BadRowLog log)
    {
        Children = files.Children is { } children ? new MemberTable(new CsvRows(children), CsvTable.Children, vocabulary, files.Mapping, cells, log) : null;
        Elders = files.Elders is { } elders ? new MemberTable(new CsvRows(elders), CsvTable.Elders, vocabulary, files.Mapping, cells, log) : null;
    }

    public MemberTable? Children { get; }

    public MemberTable? Elders { get; }

    public void Finish(SeenIds seen)
    {
        Children?.Finish(seen);
        Elders?.Finish(seen);
    }

    public void Dispose()
    {
        Children?.Dispose();
        Elders?.Dispose();
    }
}
