namespace Cradle.Rules.Evaluation;

/// <summary>Facts in the order in which they were found, each once. There are seldom more than a handful, so that looking through them beats hashing.</summary>
internal sealed class FactPaths
{
    private readonly List<FactPath> _paths = new(4);

    /// <summary>Adds a fact, if it is not among them yet.</summary>
    public void Add(FactPath path)
    {
        foreach (var known in _paths)
            if (known.Equals(path))
                return;
        _paths.Add(path);
    }

    /// <summary>The facts.</summary>
    public FactPath[] ToArray() => [.. _paths];
}
