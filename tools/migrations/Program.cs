Console.Error.WriteLine("Use tools/migrations/add <Name>.");
return 2;
