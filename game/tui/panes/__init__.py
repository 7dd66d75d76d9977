"""What can be laid beside the talk: for each pane its text, from a desk. Pure: nothing but the desk is asked."""
