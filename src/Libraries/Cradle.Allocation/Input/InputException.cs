namespace Cradle.Allocation.Input;

/// <summary>An input cannot be used; every problem found in it is listed, none is skipped over.</summary>
public sealed class InputException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="problems">What is wrong, at least one.</param>
    public InputException(IReadOnlyList<InputProblem> problems)
        : base(string.Join(Environment.NewLine, problems))
    {
        Problems = problems;
    }

    /// <summary>Makes the error from one problem.</summary>
    /// <param name="file">Name of the file.</param>
    /// <param name="line">Line, counted from 1; 0 for the whole file.</param>
    /// <param name="problem">What is wrong and how to mend it.</param>
    public InputException(string file, int line, string problem)
        : this([new InputProblem(file, line, "", problem)])
    {
    }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<InputProblem> Problems { get; }
}
